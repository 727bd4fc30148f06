import { describe, expect, test } from 'vitest'
import { modelFromValue, modelValue } from '../../../src/renderer/banner/model-value'
import { optionName } from '../../../src/renderer/banner/option-name'
import { enterDecision } from '../../../src/renderer/composer/enter-decision'
import { announce, heardOf } from '../../../src/renderer/conversation/announcement'
import { answeredBy } from '../../../src/renderer/conversation/answered-by'
import { canResume } from '../../../src/renderer/conversation/can-resume'
import { figuresOf } from '../../../src/renderer/conversation/figures'
import { isNoteworthy } from '../../../src/renderer/conversation/is-noteworthy'
import { modelFor } from '../../../src/renderer/conversation/model-choice'
import { withoutGap } from '../../../src/renderer/conversation/resumed-figures'
import { sentencesAfter } from '../../../src/renderer/conversation/sentences'
import { hasStartedOver } from '../../../src/renderer/conversation/started-over'
import { stateWord } from '../../../src/renderer/conversation/state-word'
import { escapeStep } from '../../../src/renderer/quick-ask/escape-step'
import { acceleratorFrom, acceleratorLabel } from '../../../src/renderer/settings/accelerator'
import { moved, withModel } from '../../../src/renderer/settings/fallback-order'
import { isLocalAddress } from '../../../src/renderer/settings/local-address'
import { modelsFrom } from '../../../src/renderer/settings/model-list'
import { numberFrom } from '../../../src/renderer/settings/number-from'
import { newProviderId } from '../../../src/renderer/settings/provider-id'
import { groupByDay } from '../../../src/renderer/sidebar/group-by-day'
import { shortcutLabel, shortcutOf } from '../../../src/renderer/window/shortcut'
import {
  firstVisit,
  goBack,
  goForward,
  visit,
  visited,
  withoutVisit,
} from '../../../src/renderer/window/visits'
import { handbookModel, type ProviderView } from '../../../src/shared/providers/provider'
import { providerConfigurationSchema } from '../../../src/shared/settings/settings'
import { nothingObserved, observe, progressOf } from '../../../src/shared/stream/progress'
import { type Answer, newAnswer } from '../../../src/shared/stream/reduce-answer'

const noModifiers = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }

describe('Enter', () => {
  const enter = { ...noModifiers, key: 'Enter', keyCode: 13, isComposing: false }

  test('sends, or breaks the line with Shift', () => {
    expect(enterDecision(enter, 'enter')).toBe('send')
    expect(enterDecision({ ...enter, shiftKey: true }, 'enter')).toBe('none')
    expect(enterDecision({ ...enter, key: 'a' }, 'enter')).toBe('none')
  })

  test('Enter while composing with an input method sends nothing', () => {
    expect(enterDecision({ ...enter, isComposing: true }, 'enter')).toBe('none')
    expect(enterDecision({ ...enter, keyCode: 229 }, 'enter')).toBe('none')
    expect(enterDecision({ ...enter, keyCode: 229, ctrlKey: true }, 'modified-enter')).toBe('none')
  })

  test('sends only with a modifier when that is set', () => {
    expect(enterDecision(enter, 'modified-enter')).toBe('none')
    expect(enterDecision({ ...enter, ctrlKey: true }, 'modified-enter')).toBe('send')
    expect(enterDecision({ ...enter, metaKey: true }, 'modified-enter')).toBe('send')
  })
})

describe('days', () => {
  const now = new Date(2026, 2, 12, 0, 30).getTime()
  const at = (year: number, month: number, day: number, hour = 12) => ({
    id: `${year}-${month}-${day}-${hour}`,
    title: '',
    createdAt: 0,
    updatedAt: new Date(year, month, day, hour).getTime(),
    running: false,
  })

  test('group by calendar, newest first', () => {
    const groups = groupByDay(
      [
        at(2025, 11, 24),
        at(2026, 2, 12, 0),
        at(2026, 2, 11, 23),
        at(2026, 2, 5),
        at(2026, 2, 4),
        at(2026, 0, 9),
        at(2026, 2, 10),
      ],
      now,
    )
    expect(groups.map(({ label, summaries }) => [label, summaries.map(({ id }) => id)])).toEqual([
      ['Today', ['2026-2-12-0']],
      ['Yesterday', ['2026-2-11-23']],
      ['Previous 7 days', ['2026-2-10-12', '2026-2-5-12']],
      ['March', ['2026-2-4-12']],
      ['January', ['2026-0-9-12']],
      ['December 2025', ['2025-11-24-12']],
    ])
  })

  test('a clock that runs ahead is today', () => {
    expect(groupByDay([at(2026, 2, 14)], now)[0]?.label).toBe('Today')
  })
})

describe('sentences', () => {
  test('wait for their end', () => {
    expect(sentencesAfter('One. Two is', 0, false)).toEqual({ spoken: 'One.', end: 4 })
    expect(sentencesAfter('One. Two is', 4, false)).toEqual({ spoken: '', end: 4 })
    expect(sentencesAfter('One. Two is done! And', 4, false).spoken).toBe('Two is done!')
    expect(sentencesAfter('One. Two is', 4, true)).toEqual({ spoken: 'Two is', end: 11 })
  })

  test('do not end inside numbers and names', () => {
    expect(sentencesAfter('Version 3.5 of node.js', 0, false).spoken).toBe('')
  })

  test('are read without the marks of Markdown', () => {
    const text = '## Title\n\n- **Bold** and `code`, see [here](https://example.com).\n'
    expect(sentencesAfter(text, 0, true).spoken).toBe('Title Bold and code, see here.')
  })

  test('end in other scripts too', () => {
    expect(sentencesAfter('これは文です。\n次', 0, false).spoken).toBe('これは文です。')
  })
})

describe('the status line', () => {
  test('names every state', () => {
    expect(stateWord({ kind: 'stalled', since: 2000 }, 10_000)).toBe('Stalled for 8 s')
    const waiting = { kind: 'waiting', until: 9000 } as const
    expect(stateWord({ ...waiting, reason: 'rate-limit' }, 5000)).toBe('Waiting 4 s, rate limit')
    expect(stateWord({ ...waiting, reason: 'rate-limit' }, 9900)).toBe('Waiting 0 s, rate limit')
    expect(stateWord({ ...waiting, reason: 'retry' }, 6000)).toBe('Waiting 3 s, then trying again')
    expect(stateWord({ ...waiting, reason: 'network' }, 5000)).toBe('Waiting for the network')
    expect(stateWord({ ...waiting, reason: 'turn', until: null }, 0)).toBe('Waiting for its turn')
    const model = { providerId: 'p', modelId: 'gpt-5-mini' }
    expect(stateWord({ kind: 'falling-back', to: model }, 0)).toBe('Going on with gpt-5-mini')
    expect(stateWord({ kind: 'complete', finishReason: 'stop' }, 0)).toBe('Complete')
    expect(stateWord({ kind: 'complete', finishReason: 'length' }, 0)).toBe(
      'Cut at the length limit',
    )
  })

  test('shows what is known, in its order', () => {
    const figures = figuresOf({
      elapsedMs: 8400,
      timeToFirstTextMs: 380,
      chunks: 97,
      words: 1100,
      stalledMs: null,
      tokens: 1412,
      tokensEstimated: false,
      tokensPerSecond: 61.4,
      wordsPerMinute: 2310.2,
    })
    expect(figures.map(({ text }) => text)).toEqual([
      '8.4 s',
      '1,412 tokens',
      '61 tok/s',
      '2,310 words/min',
      'first word 0.38 s',
    ])
    expect(figures[1]?.title).toBe('Counted by the provider. 1,100 words in 97 pieces')
  })

  describe('of an answer that went on another day', () => {
    const day = 86_400_000
    const streaming: Answer = {
      ...newAnswer('a', { providerId: 'p', modelId: 'm' }, 0),
      state: { kind: 'streaming' },
      text: 'One two three',
      firstTextAt: 500,
      seams: [7],
    }
    const texts = (answer: Answer, now: number, sessionStart: number | null) => {
      const progress = progressOf(answer, observe(nothingObserved, answer, now), now)
      return figuresOf(withoutGap(progress, answer, sessionStart)).map(({ name, text }) => [
        name,
        text,
      ])
    }

    test('count from the resume', () => {
      expect(texts(streaming, day + 3000, day)).toEqual([
        ['elapsed', '3.0 s'],
        ['tokens', '~4 tokens'],
      ])
      const ended: Answer = { ...streaming, state: { kind: 'stopped' }, endedAt: day + 4000 }
      expect(texts(ended, day + 9000, day)).toEqual([
        ['elapsed', '4.0 s'],
        ['tokens', '~4 tokens'],
      ])
    })

    test('are left out where nobody knows how long the break was', () => {
      expect(texts(streaming, day + 3000, null)).toEqual([['tokens', '~4 tokens']])
      const resuming: Answer = { ...streaming, seams: [], state: { kind: 'resuming' } }
      expect(texts(resuming, day + 3000, null)).toEqual([['tokens', '~4 tokens']])
    })

    test('stay when it went on at once', () => {
      const names = ['elapsed', 'tokens', 'words-per-minute', 'first-word']
      expect(texts(streaming, 30_000, 100).map(([name]) => name)).toEqual(names)
      expect(texts(streaming, 30_000, null).map(([name]) => name)).toEqual(names)
      const long: Answer = { ...streaming, seams: [] }
      expect(texts(long, 3_600_000, null).map(([name]) => name)).toEqual(names)
    })
  })

  test('says when it only estimates, and leaves out what it does not know', () => {
    const figures = figuresOf({
      elapsedMs: 75_000,
      timeToFirstTextMs: null,
      chunks: 0,
      words: 1,
      stalledMs: null,
      tokens: 1,
      tokensEstimated: true,
      tokensPerSecond: null,
      wordsPerMinute: null,
    })
    expect(figures.map(({ text }) => text)).toEqual(['1 min 15 s', '~1 token'])
    expect(figures[1]?.title).toBe('Estimated. 1 word')
  })
})

describe('an answer that met trouble', () => {
  const answer = newAnswer('a', { providerId: 'p', modelId: 'm-1' }, 0)
  const failure = { code: 'overloaded', message: 'Busy.', retryable: true } as const

  test.each<[string, Partial<Answer>, boolean]>([
    ['interrupted', { state: { kind: 'interrupted' } }, true],
    ['started over', { state: { kind: 'interrupted', restartedAs: 'b' }, text: 'x' }, false],
    ['stopped with text', { state: { kind: 'stopped' }, text: 'x' }, true],
    ['stopped without text', { state: { kind: 'stopped' } }, false],
    ['failed with text', { state: { kind: 'failed', failure }, text: 'x' }, true],
    ['failed without text', { state: { kind: 'failed', failure } }, false],
    [
      'failed for good',
      { state: { kind: 'failed', failure: { ...failure, retryable: false } }, text: 'x' },
      false,
    ],
    ['complete', { state: { kind: 'complete', finishReason: 'stop' }, text: 'x' }, false],
    ['running', { state: { kind: 'streaming' }, text: 'x' }, false],
  ])('can it go on? %s', (_, change, expected) => {
    expect(canResume({ ...answer, ...change })).toBe(expected)
  })

  test('names the model only when it is not the one asked first', () => {
    const second = { providerId: 'p', modelId: 'm-2' }
    const failed = { ...answer, failedAttempts: [{ model: answer.model, failure, at: 1 }] }
    expect(answeredBy(failed, answer.model)).toBe(null)
    expect(answeredBy({ ...failed, model: second }, second)).toBe(second)
    expect(answeredBy({ ...answer, model: second }, answer.model)).toBe(second)
  })

  test('has more to say when it was cut, tried again or given by another model', () => {
    const ended = (finishReason: 'stop' | 'length'): Answer => ({
      ...answer,
      state: { kind: 'complete', finishReason },
    })
    const attempt = { model: answer.model, failure, at: 1 }
    expect(isNoteworthy(ended('stop'), answer.model)).toBe(false)
    expect(isNoteworthy(ended('length'), answer.model)).toBe(true)
    expect(isNoteworthy({ ...ended('stop'), failedAttempts: [attempt] }, answer.model)).toBe(true)
    expect(isNoteworthy(ended('stop'), { providerId: 'p', modelId: 'm-2' })).toBe(true)
  })

  test('is the new version when another one says so', () => {
    const old: Answer = { ...answer, state: { kind: 'interrupted', restartedAs: 'b' } }
    const read = (id: string) => (id === 'a' ? old : undefined)
    expect(hasStartedOver('b', ['a', 'b'], read)).toBe(true)
    expect(hasStartedOver('a', ['a', 'b'], read)).toBe(false)
  })
})

describe('reading aloud', () => {
  const answer = newAnswer('a', { providerId: 'p', modelId: 'm' }, 0)

  /** What is said when the answer is looked at in these states, one after the other. */
  function saidOf(changes: readonly Partial<Answer>[]): readonly string[] {
    let heard = heardOf(answer)
    return changes.map((change) => {
      const next = announce(heard, { ...answer, ...change }, 5000)
      heard = next.heard
      return next.spoken
    })
  }

  test('says each state once, and a countdown does not repeat itself', () => {
    const state = { kind: 'waiting', reason: 'rate-limit', until: 9000 } as const
    expect(
      saidOf([
        { state },
        { state: { ...state, until: 9000 } },
        { state: { kind: 'resuming' } },
        { state: { kind: 'streaming' } },
        { state: { kind: 'stopped' } },
      ]),
    ).toEqual(['Waiting 4 s, rate limit', '', 'Resuming', '', 'Stopped'])
  })

  test('says a seam once, before the words behind it', () => {
    const state = { kind: 'streaming' } as const
    expect(
      saidOf([
        { state, text: 'One. Tw' },
        { state, text: 'One. Two. ', seams: [7] },
        { state, text: 'One. Two. Three. ', seams: [7] },
      ]),
    ).toEqual(['One.', 'Resumed here. Two.', 'Three.'])
  })
})

describe('the order of fallback models', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((modelId) => ({ providerId: 'p', modelId }))
  if (a === undefined || b === undefined || c === undefined) throw new Error('No models')

  test('moves one, and not beyond the ends', () => {
    expect(moved([a, b, c], 2, -1)).toEqual([a, c, b])
    expect(moved([a, b, c], 0, 1)).toEqual([b, a, c])
    expect(moved([a, b, c], 0, -1)).toEqual([a, b, c])
    expect(moved([a, b, c], 2, 1)).toEqual([a, b, c])
  })

  test('holds each model once', () => {
    expect(withModel([a, b], { ...a })).toEqual([a, b])
    expect(withModel([a], b)).toEqual([a, b])
  })
})

test.each([
  ['30', 30],
  [' 0,5 ', 0.5],
  ['', null],
  ['ten', null],
  ['601', null],
  ['-1', null],
])('the number typed as %j', (text, expected) => {
  expect(numberFrom(text, 0, 600)).toBe(expected)
})

describe('the model of the next question', () => {
  const provider = {
    id: 'environment',
    name: 'Environment',
    baseUrl: 'http://localhost/v1',
    models: ['m/1'],
    kind: 'environment',
    key: { location: 'environment' },
  } as const

  test('is the Handbook, or that of the environment, until the user has chosen', () => {
    const none = { chosen: undefined, path: [], defaultModel: null }
    expect(modelFor({ ...none, providers: [] })).toEqual(handbookModel)
    const ofEnvironment = { providerId: 'environment', modelId: 'm/1' }
    expect(modelFor({ ...none, providers: [provider] })).toEqual(ofEnvironment)
    const defaultModel = { providerId: 'p', modelId: 'm' }
    expect(modelFor({ ...none, defaultModel, providers: [provider] })).toEqual(defaultModel)
  })

  test('is still the one that was asked when another one answered in its place', () => {
    const asked = { providerId: 'p', modelId: 'asked' }
    const failure = { code: 'overloaded', message: 'Busy.', retryable: true } as const
    const answer = {
      ...newAnswer('a', { providerId: 'p', modelId: 'fallback' }, 0),
      failedAttempts: [
        { model: asked, failure, at: 0 },
        { model: { providerId: 'p', modelId: 'first-fallback' }, failure, at: 1 },
      ],
    }
    const message = { id: 'a', role: 'assistant', parentId: 'q', createdAt: 0, answer } as const
    const path = [{ message, versions: ['a'] }]
    const sources = { chosen: undefined, defaultModel: null, providers: [], path }
    expect(modelFor(sources)).toEqual(asked)
  })

  test('survives being the value of an option', () => {
    const model = { providerId: 'openrouter-1', modelId: 'meta/llama-3/70b' }
    expect(modelFromValue(modelValue(model))).toEqual(model)
  })
})

describe('visits', () => {
  test('go back and forth, and forget what was ahead', () => {
    let visits = visit(visit(firstVisit('a'), 'b'), 'c')
    visits = goBack(goBack(goBack(visits)))
    expect(visited(visits)).toBe('a')
    expect(visited(goForward(visits))).toBe('b')
    visits = visit(visits, 'd')
    expect(visited(goForward(visits))).toBe('d')
    expect(visit(visits, 'd')).toBe(visits)
  })

  test('leave out what was deleted', () => {
    const visits = visit(visit(firstVisit('a'), 'b'), 'c')
    expect(visited(withoutVisit(visits, 'b', 'new'))).toBe('c')
    expect(visited(withoutVisit(visits, 'c', 'new'))).toBe('new')
    expect(visited(goBack(withoutVisit(visits, 'c', 'new')))).toBe('b')
  })
})

test.each([
  ['http://localhost:11434/v1', true],
  ['http://127.0.0.1:8080/v1', true],
  ['http://[::1]:8000/v1', true],
  ['https://api.openai.com/v1', false],
  ['https://localhost.example.com/v1', false],
  ['nonsense', false],
])('is %s on this computer?', (address, expected) => {
  expect(isLocalAddress(address)).toBe(expected)
})

test('a model carries its provider’s name only beside a namesake', () => {
  const view = (id: string, models: readonly string[]): ProviderView => ({
    id,
    name: id.toUpperCase(),
    baseUrl: '',
    models,
    kind: 'openai-compatible',
    key: { location: 'none' },
  })
  const providers = [view('a', ['one', 'two']), view('b', ['two'])]
  expect(optionName({ providerId: 'a', modelId: 'one' }, providers)).toBe('one')
  expect(optionName({ providerId: 'b', modelId: 'two' }, providers)).toBe('two (B)')
})

describe('shortcuts', () => {
  const pressed = { ...noModifiers, key: 'n', code: 'KeyN' }

  test('use the modifier of the platform', () => {
    expect(shortcutOf({ ...pressed, ctrlKey: true }, 'linux', true)).toBe('new-conversation')
    expect(shortcutOf({ ...pressed, metaKey: true }, 'darwin', true)).toBe('new-conversation')
    expect(shortcutOf({ ...pressed, ctrlKey: true }, 'darwin', true)).toBe(null)
    expect(shortcutOf({ ...pressed, ctrlKey: true, altKey: true }, 'win32', false)).toBe(null)
  })

  test('find brackets by their place and ? only outside of text', () => {
    const bracket = { ...noModifiers, key: 'ü', code: 'BracketLeft', ctrlKey: true }
    expect(shortcutOf(bracket, 'linux', true)).toBe('back')
    const question = { ...noModifiers, shiftKey: true, key: '?', code: 'Slash' }
    expect(shortcutOf(question, 'linux', true)).toBe(null)
    expect(shortcutOf(question, 'linux', false)).toBe('show-shortcuts')
  })

  test('tell finding in the conversation from searching all of them', () => {
    const find = { ...noModifiers, key: 'f', code: 'KeyF', ctrlKey: true }
    expect(shortcutOf(find, 'linux', true)).toBe('find-in-conversation')
    expect(shortcutOf({ ...find, key: 'F', shiftKey: true }, 'linux', true)).toBe('focus-search')
  })

  test('are written as the platform does', () => {
    expect(shortcutLabel('Mod+Shift+F', 'darwin')).toBe('⌘⇧F')
    expect(shortcutLabel('Mod+Shift+F', 'win32')).toBe('Ctrl+Shift+F')
  })
})

describe('the recorded hotkey', () => {
  const space = { ...noModifiers, key: ' ', code: 'Space' }

  test('becomes an accelerator', () => {
    const keys = { ...space, ctrlKey: true, shiftKey: true }
    expect(acceleratorFrom(keys, 'linux')).toBe('Ctrl+Shift+Space')
    expect(acceleratorFrom({ ...space, altKey: true }, 'darwin')).toBe('Option+Space')
    expect(acceleratorFrom({ ...noModifiers, key: 'F9', code: 'F9' }, 'win32')).toBe('F9')
    expect(acceleratorLabel('Option+Space', 'darwin')).toBe('⌥ Space')
  })

  test('is never a key that one writes with', () => {
    expect(acceleratorFrom(space, 'linux')).toBe(null)
    expect(acceleratorFrom({ ...space, shiftKey: true }, 'linux')).toBe(null)
    const modifier = { ...noModifiers, ctrlKey: true, key: 'Control', code: 'ControlLeft' }
    expect(acceleratorFrom(modifier, 'linux')).toBe(null)
  })
})

describe('Esc in quick ask', () => {
  test('stops, then clears, then hides', () => {
    expect(escapeStep({ running: true, hasText: true, hasExchange: true })).toBe('stop')
    expect(escapeStep({ running: false, hasText: false, hasExchange: true })).toBe('clear')
    expect(escapeStep({ running: false, hasText: true, hasExchange: false })).toBe('clear')
    expect(escapeStep({ running: false, hasText: false, hasExchange: false })).toBe('hide')
  })
})

describe('providers', () => {
  test('models are typed between commas', () => {
    expect(modelsFrom(' a, b/c ,,a\nd ')).toEqual(['a', 'b/c', 'd'])
  })

  test('get identifiers that are accepted', () => {
    for (const name of ['LM Studio', '日本', '--', 'x'.repeat(200)]) {
      expect(providerConfigurationSchema.shape.id.safeParse(newProviderId(name)).success).toBe(true)
    }
  })
})
