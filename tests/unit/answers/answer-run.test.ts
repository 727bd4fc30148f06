import { expect, test } from 'vitest'
import type { AnswerPlan, ReadyProvider } from '../../../src/main/answers/answer-plan'
import { startAnswerRun } from '../../../src/main/answers/answer-run'
import type { ProviderEvent } from '../../../src/main/providers/provider'
import type { Failure, FailureCode } from '../../../src/shared/stream/failure'
import type { AnswerEvent } from '../../../src/shared/stream/stream-event'
import { createManualClock } from '../../fakes/manual-clock'
import { createScriptedProvider, type ScriptedProvider } from '../../fakes/scripted-provider'

const model = { providerId: 'fake', modelId: 'fake-1' }
const spare = { providerId: 'fake', modelId: 'fake-2' }
const story = [
  'Rivers begin as small springs high in the hills, where rain and snow gather in the moss. ',
  'Further down, brooks meet and the valley opens; mills used to stand on both of its banks. ',
  'Near the coast the water slows, drops its sand, and splits into a fan of shallow arms. ',
]
const settled = () => new Promise(setImmediate)
const done: ProviderEvent = { type: 'completed', finishReason: 'stop' }
const text = (value: string): ProviderEvent => ({ type: 'text', text: value })

function failing(code: FailureCode, retryable = true, more: Partial<Failure> = {}): ProviderEvent {
  return { type: 'failed', failure: { code, message: code, retryable, ...more } }
}

interface Setting {
  readonly plan?: Partial<AnswerPlan>
  readonly start?: string
  readonly isOnline?: () => boolean
  readonly keepsAnswers?: boolean
}

/** A run whose every attempt is a provider of its own, in the order in which they are asked. */
function running({
  plan = {},
  start = '',
  isOnline = () => true,
  keepsAnswers = false,
}: Setting = {}) {
  const clock = createManualClock()
  const events: AnswerEvent[] = []
  const attempts: ScriptedProvider[] = []
  let networkBack = (): void => {}
  const run = startAnswerRun({
    plan: {
      models: [model],
      messages: [{ role: 'user', text: 'Why?' }],
      systemPrompt: '',
      temperature: null,
      streaming: true,
      patience: { firstByte: 120_000, betweenBytes: 60_000 },
      hedgeAfter: null,
      ...plan,
    },
    start: { text: start, cursor: null },
    surroundings: {
      clock,
      random: () => 1 - Number.EPSILON,
      providerFor: async (): Promise<ReadyProvider> => {
        const provider = createScriptedProvider(keepsAnswers)
        attempts.push(provider)
        return { provider, limiter: null, origin: 'https://models.example' }
      },
      isOnline,
      whenNetworkBack: () =>
        new Promise((resolve) => {
          networkBack = resolve
        }),
      log: () => {},
    },
    emit: (event) => events.push(event),
    keep: () => {},
    restarted: () => events.push({ type: 'answer-interrupted', restartedAs: 'new' }),
    end: (event) => events.push(event),
  })
  const shown = () =>
    events.flatMap((event) => (event.type === 'text-delta' ? [event.text] : [])).join('')
  const states = () =>
    events.flatMap((event) => (event.type === 'state-changed' ? [event.state.kind] : []))
  const say = async (...said: ProviderEvent[]): Promise<void> => {
    await settled()
    for (const event of said) attempts.at(-1)?.say(event)
    await settled()
  }
  const end = () => events.at(-1)
  return {
    clock,
    events,
    attempts,
    run,
    shown,
    states,
    say,
    end,
    networkIsBack: () => networkBack(),
  }
}

test('an answer starts, streams and completes on the word of the provider', async () => {
  const { events, say } = running()
  await say({ type: 'opened' }, text('Hello '), text('there'), done)
  expect(events).toEqual([
    { type: 'answer-started', model, attempt: 1 },
    { type: 'state-changed', state: { kind: 'connecting' } },
    { type: 'state-changed', state: { kind: 'streaming' } },
    { type: 'text-delta', text: 'Hello ' },
    { type: 'text-delta', text: 'there' },
    { type: 'answer-completed', finishReason: 'stop' },
  ])
})

test('stopping ends the answer at once, aborts the request and lets nothing follow', async () => {
  const { events, attempts, run, say, clock } = running()
  await say(text('part'))
  run.stop()
  expect(events.at(-1)).toEqual({ type: 'answer-stopped' })
  expect(attempts[0]?.aborted).toBe(true)
  await say(text('late'), done)
  run.stop()
  run.interrupt()
  expect(events.filter(({ type }) => type === 'answer-stopped')).toHaveLength(1)
  expect(events.at(-1)).toEqual({ type: 'answer-stopped' })
  expect(clock.pendingTimers).toBe(0)
})

test('a failed attempt is waited for with its time, then made again', async () => {
  const { clock, events, say, states, shown, end } = running()
  await say(failing('server-error'))
  expect(states()).toEqual(['connecting', 'waiting'])
  expect(events).toContainEqual({
    type: 'state-changed',
    state: { kind: 'waiting', reason: 'retry', until: clock.now() + 1000 },
  })
  clock.advance(1000)
  await say(text('Fine.'), done)
  expect(shown()).toBe('Fine.')
  expect(end()).toEqual({ type: 'answer-completed', finishReason: 'stop' })
})

test('three attempts in a row without progress are enough', async () => {
  const { clock, attempts, say, end } = running()
  for (const wait of [1000, 2000, 0]) {
    await say(failing('overloaded'))
    clock.advance(wait)
  }
  expect(end()).toMatchObject({ type: 'answer-failed', failure: { code: 'overloaded' } })
  expect(attempts).toHaveLength(3)
  expect(clock.pendingTimers).toBe(0)
})

test('text starts the count of attempts again', async () => {
  const { clock, attempts, say, end } = running()
  for (let round = 0; round < 8; round += 1) {
    await say(text(`${'word '.repeat(100)}${round}. `), failing('connection-lost'))
    clock.advance(1000)
  }
  await say(text('The end.'), done)
  expect(attempts).toHaveLength(9)
  expect(end()).toMatchObject({ type: 'answer-completed' })
})

test('what makes no sense to repeat ends the answer at once', async () => {
  const { attempts, say, end, clock } = running()
  await say(failing('key-rejected', false))
  expect(attempts).toHaveLength(1)
  expect(end()).toMatchObject({ type: 'answer-failed', failure: { code: 'key-rejected' } })
  expect(clock.pendingTimers).toBe(0)
})

test('after text has arrived an attempt goes on, and the seam is marked where it does', async () => {
  const { clock, events, attempts, say, shown } = running()
  await say(text('The first half of it'), failing('connection-lost'))
  clock.advance(1000)
  await say(text(' and the second half.'), done)
  expect(attempts[1]?.requests[0]?.partial).toBe('The first half of it')
  expect(shown()).toBe('The first half of it and the second half.')
  const seams = events.filter(({ type }) => type === 'seam-marked')
  expect(seams).toEqual([{ type: 'seam-marked', offset: 20 }])
})

test('Stop during a joined attempt keeps what was held back for the join', async () => {
  const { clock, run, say, shown, end } = running()
  await say(text('The first half of it'), failing('connection-lost'))
  clock.advance(1000)
  await say(text(' and'))
  run.stop()
  expect(shown()).toBe('The first half of it and')
  expect(end()).toEqual({ type: 'answer-stopped' })
})

test('what an attempt repeated when it was cut is not shown when the next one goes on', async () => {
  const start = story.join('')
  const { clock, run, attempts, say, shown } = running({ start })
  for (const said of [start.slice(90, 170), start.slice(0, 20)]) {
    await say(text(said), failing('connection-lost'))
    clock.advance(4000)
  }
  await say(text('Ships wait there for the tide, and'))
  run.stop()
  expect(attempts.map(({ requests }) => requests[0]?.partial)).toEqual([start, start, start])
  expect(shown()).toBe('Ships wait there for the tide, and')
})

test('what an attempt repeated when it was cut is not shown when nothing more was to come', async () => {
  const start = story.join('')
  const { clock, say, shown, end } = running({ start })
  await say(text(start.slice(90, 170)), failing('connection-lost'))
  clock.advance(1000)
  await say(done)
  expect(shown()).toBe('')
  expect(end()).toMatchObject({ type: 'answer-completed' })
})

test('what an attempt said when it was cut is kept when no attempt goes on', async () => {
  const steps = '## Ubuntu\n\n1. Restart the computer and open the settings.\n\n## Fedora\n\n'
  const again = '1. Restart the computer and open the set'
  const stopped = running({ start: steps })
  await stopped.say(text(again), failing('connection-lost'))
  stopped.run.stop()
  expect(stopped.shown()).toBe(again)
  expect(stopped.events).toContainEqual({ type: 'seam-marked', offset: steps.length })
  expect(stopped.end()).toEqual({ type: 'answer-stopped' })

  const failed = running({ start: steps })
  await failed.say(text(again), failing('connection-lost'))
  for (const wait of [1000, 2000]) {
    failed.clock.advance(wait)
    await failed.say(failing('connection-lost'))
  }
  expect(failed.shown()).toBe(again)
  expect(failed.end()).toMatchObject({ type: 'answer-failed' })

  const interrupted = running({ start: steps })
  await interrupted.say(text(again))
  interrupted.run.interrupt()
  expect(interrupted.shown()).toBe(again)
  expect(interrupted.end()).toEqual({ type: 'answer-interrupted' })
})

test('what repeats the answer from its beginning is shown when it is complete, not when it is stopped', async () => {
  const song = Array.from({ length: 4 }, (_, verse) => `${story.join('')}It is verse ${verse}. `)
  const start = `${song.join('')}\n\n`
  const again = start.slice(0, 900)
  const stopped = running({ start })
  await stopped.say(text(again))
  stopped.run.stop()
  expect(stopped.shown()).toBe('')
  expect(stopped.end()).toEqual({ type: 'answer-stopped' })

  const complete = running({ start })
  await complete.say(text(again), done)
  expect(complete.shown()).toBe(again)
  expect(complete.end()).toMatchObject({ type: 'answer-completed' })
})

test('Retry now ends the wait', async () => {
  const { clock, run, attempts, say } = running()
  await say(failing('rate-limited', true, { retryAfterMs: 60_000 }))
  run.retryNow()
  await say(text('Now.'), done)
  expect(attempts).toHaveLength(2)
  expect(clock.pendingTimers).toBe(0)
})

test('Stop ends a wait at once', async () => {
  const { clock, run, say, end } = running()
  await say(failing('rate-limited', true, { retryAfterMs: 60_000 }))
  run.stop()
  expect(end()).toEqual({ type: 'answer-stopped' })
  await settled()
  expect(clock.pendingTimers).toBe(0)
})

test('without a network it waits for one, however long, and goes on', async () => {
  let online = false
  const { clock, events, attempts, say, networkIsBack, end } = running({ isOnline: () => online })
  for (let round = 0; round < 5; round += 1) {
    await say(failing('network-unreachable'))
    expect(events.at(-1)).toEqual({
      type: 'state-changed',
      state: { kind: 'waiting', reason: 'network', until: null },
    })
    networkIsBack()
  }
  online = true
  await say(text('Back.'), done)
  expect(attempts).toHaveLength(6)
  expect(end()).toMatchObject({ type: 'answer-completed' })
  expect(clock.pendingTimers).toBe(0)
})

test('a server that refuses streams is asked plainly, at once', async () => {
  const { attempts, say, shown } = running()
  await say({ ...failing('request-invalid', false), streamRefused: true } as ProviderEvent)
  await say(text('Whole.'), done)
  expect(attempts.map(({ requests }) => requests[0]?.streaming)).toEqual([true, false])
  expect(shown()).toBe('Whole.')
})

test('a proxy that lets nothing through is asked plainly after the first-byte limit', async () => {
  const { clock, attempts, say, shown } = running()
  await settled()
  clock.advance(120_000)
  await settled()
  await say(text('Whole.'), done)
  expect(attempts.map(({ requests }) => requests[0]?.streaming)).toEqual([true, false])
  expect(shown()).toBe('Whole.')
})

test('the next model is asked when the first cannot answer, and the answer says so', async () => {
  const { events, attempts, say, end } = running({ plan: { models: [model, spare] } })
  await say(failing('model-unknown', false))
  await say(text('I can.'), done)
  expect(attempts.map(({ requests }) => requests[0]?.modelId)).toEqual(['fake-1', 'fake-2'])
  expect(events).toContainEqual({
    type: 'attempt-failed',
    failure: { code: 'model-unknown', message: 'model-unknown', retryable: false },
  })
  expect(events).toContainEqual({ type: 'answer-started', model: spare, attempt: 2 })
  expect(end()).toMatchObject({ type: 'answer-completed' })
})

test('no other model goes on in the middle of an answer', async () => {
  const { attempts, say, end } = running({ plan: { models: [model, spare] } })
  await say(text('Half'), failing('forbidden', false))
  expect(attempts).toHaveLength(1)
  expect(end()).toMatchObject({ type: 'answer-failed', failure: { code: 'forbidden' } })
})

test('a silent first model is overtaken by the second when the user wants that', async () => {
  const { clock, attempts, say, events, end } = running({
    plan: { models: [model, spare], hedgeAfter: 3000 },
  })
  await settled()
  clock.advance(3000)
  await say(text('Faster.'), done)
  expect(attempts.map(({ requests }) => requests[0]?.modelId)).toEqual(['fake-1', 'fake-2'])
  expect(attempts[0]?.aborted).toBe(true)
  expect(events).toContainEqual({ type: 'answer-started', model: spare, attempt: 1 })
  expect(end()).toMatchObject({ type: 'answer-completed' })
})

test('a model that starts over begins another version, and nothing of the first is lost', async () => {
  const first = story.join('')
  const second = `${story[0]}Most of them never reach the sea, though. They end in lakes and salt pans. ${story[1]}`
  const { clock, events, say } = running()
  await say(text(first), failing('connection-lost'))
  clock.advance(1000)
  await say(text(second), done)
  const at = events.findIndex(({ type }) => type === 'answer-interrupted')
  const join = (part: readonly AnswerEvent[]) =>
    part.flatMap((event) => (event.type === 'text-delta' ? [event.text] : [])).join('')
  expect(at).toBeGreaterThan(0)
  expect(join(events.slice(0, at))).toBe(first)
  expect(join(events.slice(at))).toBe(second)
})

test('an answer that was interrupted before goes on with its text', async () => {
  const { attempts, say, states, shown } = running({ start: 'Kept from yesterday' })
  await say(text(' and finished today.'), done)
  expect(states()[0]).toBe('resuming')
  expect(attempts[0]?.requests[0]?.partial).toBe('Kept from yesterday')
  expect(shown()).toBe(' and finished today.')
})

test('a provider that breaks its law is tried again, and its text is kept', async () => {
  const { clock, attempts, say, shown, end } = running()
  await say(text('kept '.repeat(30)))
  attempts[0]?.breakOff(new TypeError('broken'))
  await settled()
  clock.advance(1000)
  await say(text('and more'), done)
  expect(shown()).toBe(`${'kept '.repeat(30)}and more`)
  expect(end()).toMatchObject({ type: 'answer-completed' })
})

test('an answer beyond 64 MB is cut with the text that came before', async () => {
  const { attempts, events, say, end } = running()
  const megabyte = 'x'.repeat(1024 * 1024)
  await say(...Array.from({ length: 65 }, () => text(megabyte)))
  expect(end()).toMatchObject({ type: 'answer-failed', failure: { code: 'too-large' } })
  expect(events.filter(({ type }) => type === 'text-delta')).toHaveLength(64)
  expect(attempts[0]?.aborted).toBe(true)
})

const cursor = (sequenceNumber: number): ProviderEvent => ({
  type: 'cursor',
  cursor: { responseId: 'r', sequenceNumber },
})
const lost = { ...failing('connection-lost'), cursorLost: true } as ProviderEvent

test('what the server keeps goes on after its cursor', async () => {
  const { clock, attempts, say, shown } = running({ keepsAnswers: true })
  await say(text('Kept, '), cursor(3), failing('connection-lost'))
  clock.advance(1000)
  await say(text('kept, and whole.'), done)
  expect(attempts[1]?.requests[0]).toMatchObject({
    partial: 'Kept, ',
    cursor: { responseId: 'r', sequenceNumber: 3 },
  })
  expect(shown()).toBe('Kept, kept, and whole.')
})

test('an answer that the server has lost is continued at once, without its cursor', async () => {
  const { clock, attempts, say } = running({ keepsAnswers: true })
  await say(text('A good beginning'), cursor(3), failing('connection-lost'))
  clock.advance(1000)
  await say(lost)
  expect(attempts[2]?.requests[0]).toMatchObject({ partial: 'A good beginning', cursor: null })
})

test('a server that begins and fails again and again is not asked without end', async () => {
  const { clock, attempts, say, end } = running({ keepsAnswers: true })
  await say(text('A good beginning'), cursor(1), lost)
  for (let round = 0; round < 10; round += 1) {
    clock.advance(4000)
    await say(cursor(1), lost)
  }
  expect(end()).toMatchObject({ type: 'answer-failed', failure: { code: 'connection-lost' } })
  expect(attempts.length).toBeLessThanOrEqual(5)
  expect(clock.pendingTimers).toBe(0)
})

test("a continuation's own count of tokens is not taken for the whole answer's", async () => {
  const { clock, events, say } = running()
  await say(text('The first half of it'), failing('connection-lost'))
  clock.advance(1000)
  const usage = { inputTokens: 30, outputTokens: 4 }
  await say(text(' and the second half.'), { type: 'usage', usage }, done)
  expect(events.filter(({ type }) => type === 'usage-updated')).toEqual([])
})

test('what was held back for the join is not lost when the server goes on after its cursor', async () => {
  const start = 'There are three of them. The first one is the river, and the second'
  const { clock, say, shown } = running({ start, keepsAnswers: true })
  await say(cursor(0), text(' is the'), cursor(1), failing('connection-lost'))
  clock.advance(4000)
  await settled()
  await say(text(' mill. Nobody has seen the third one yet, and nobody ever will.'), done)
  expect(shown()).toBe(' is the mill. Nobody has seen the third one yet, and nobody ever will.')
})
