import { describe, expect, test } from 'vitest'
import type { ProviderEvent } from '../../../src/main/providers/provider'
import type { ServerCursor } from '../../../src/shared/stream/stream-event'
import { document, hold, type ModelServer, type Reply } from '../../fakes/model-server/model-server'
import {
  cancelRoute,
  countOfNewResponses,
  type KeptOptions,
  keepResponse,
  keptRoute,
  numbered,
  responseEvents,
  responseId,
  responseObject,
  responseReply,
  responsesRoute,
} from '../../fakes/model-server/responses-wire'
import { type AskOptions, ask, endOf, failureOf, serverForTest, textOf } from './asking'
import { createManualWait } from './manual-wait'

const pieces = ['né ', '👩‍💻', ' e\u0301\r\n', '水水水', '', ' the the the', ' end.']
const events = responseEvents(pieces)
const text = pieces.join('')
const responses = { background: true }
const cursor: ServerCursor = { responseId, sequenceNumber: 5 }
const resumed: AskOptions = { responses, request: { cursor, partial: pieces[0] ?? '' } }

/** Asks, and goes on after each loss of the connection, as the engine does. */
async function askUntilTheEnd(server: ModelServer) {
  let said = ''
  let last: ServerCursor | null = null
  for (;;) {
    const heard: readonly ProviderEvent[] = await ask(server.baseUrl, {
      responses,
      request: { partial: last === null ? '' : said, cursor: last },
    })
    if (last === null) said = ''
    said += textOf(heard)
    last = heard.findLast((event) => event.type === 'cursor')?.cursor ?? last
    const end = endOf(heard)
    if (end !== 'failed connection-lost') return { text: said, end }
  }
}

async function kept(options?: KeptOptions): Promise<ModelServer> {
  const server = await serverForTest()
  keepResponse(server, events, options)
  return server
}

describe('An answer that the server keeps', () => {
  test('cut after any of its events goes on to the same text with one question', async () => {
    for (let cut = 1; cut < events.length; cut += 1) {
      const server = await kept({ cuts: [cut] })
      expect(await askUntilTheEnd(server), `cut after ${cut}`).toEqual({
        text,
        end: 'completed stop',
      })
      expect(countOfNewResponses(server)).toBe(1)
    }
  })

  test('cut three times goes on three times', async () => {
    const server = await kept({ cuts: [6, 2, 0, 1] })
    expect(await askUntilTheEnd(server)).toEqual({ text, end: 'completed stop' })
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/responses',
      `GET /v1/responses/${responseId}?stream=true&starting_after=5`,
      `GET /v1/responses/${responseId}?stream=true&starting_after=7`,
      `GET /v1/responses/${responseId}?stream=true&starting_after=7`,
      `GET /v1/responses/${responseId}?stream=true&starting_after=8`,
    ])
  })

  test('of a server that says everything again is not said twice', async () => {
    const server = await kept({ cuts: [7, 9], ignoresCursor: true })
    expect(await askUntilTheEnd(server)).toEqual({ text, end: 'completed stop' })
  })

  test('of a server that counts anew is checked against the whole text', async () => {
    const server = await serverForTest()
    server.script(responseReply(responseEvents(['other'])), keptRoute)
    const heard = await ask(server.baseUrl, resumed)
    expect(endOf(heard)).toBe('failed malformed')
    expect(heard.at(-1)).toMatchObject({ cursorLost: true })
  })

  test('that is gone says so, and that its cursor is of no use', async () => {
    const server = await serverForTest()
    server.script(document(404, { error: { message: 'Not found' } }), keptRoute)
    const heard = await ask(server.baseUrl, resumed)
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatchObject({ cursorLost: true, failure: { retryable: true } })
    expect(failureOf(heard).message).toBe('Fake does not keep this answer any more. Retry.')
  })
})

describe('Without a stream to follow', () => {
  const refusal = document(400, { error: { message: 'It can no longer be streamed.' } })

  test.each<readonly [string, Reply]>([
    ['the stream is refused', refusal],
    ['the stream ends too soon', responseReply(events.slice(5, 6))],
    ['one response comes instead', document(200, responseObject('in_progress'))],
  ])('%s: the answer is asked for until it is there', async (_, first) => {
    const server = await serverForTest()
    server.script(first, keptRoute)
    server.script(document(200, responseObject('queued')), keptRoute)
    server.script(document(200, responseObject('in_progress')), keptRoute)
    server.script(document(200, responseObject('completed', { text })), keptRoute)
    const manual = createManualWait()
    const asked = ask(server.baseUrl, { ...resumed, surroundings: { wait: manual.wait } })
    await manual.elapse(1000)
    await manual.elapse(1500)
    expect(await asked).toEqual([
      { type: 'opened' },
      { type: 'text', text: pieces.slice(1).join('') },
      { type: 'usage', usage: { inputTokens: 11, outputTokens: 7 } },
      { type: 'completed', finishReason: 'stop' },
    ])
  })

  test('the pauses grow to five seconds', async () => {
    const server = await serverForTest()
    const pauses: number[] = []
    const wait = async (milliseconds: number) => {
      if (milliseconds > 5000) return new Promise<never>(() => {})
      pauses.push(milliseconds)
    }
    server.script(responseReply([]), keptRoute)
    for (let count = 0; count < 7; count += 1)
      server.script(document(200, responseObject('in_progress')), keptRoute)
    server.script(document(200, responseObject('completed', { text })), keptRoute)
    await ask(server.baseUrl, { ...resumed, surroundings: { wait } })
    expect(pauses).toEqual([1000, 1500, 2250, 3375, 5000, 5000, 5000])
  })

  test.each<readonly [string, Reply, string, boolean]>([
    ['another text', document(200, responseObject('completed', { text: 'x' })), 'malformed', true],
    ['a failure', document(200, responseObject('failed')), 'server-error', true],
    ['cancelled', document(200, responseObject('cancelled')), 'truncated', true],
    ['it is gone', document(404, ''), 'connection-lost', true],
    ['overloaded', document(503, ''), 'overloaded', false],
    ['a web page', document(200, '<html>'), 'not-a-model-server', false],
    ['an error', document(200, { error: { message: 'x' } }), 'server-error', false],
  ])('%s', async (_, reply, code, cursorLost) => {
    const server = await serverForTest()
    server.script(refusal, keptRoute)
    server.script(reply, keptRoute)
    const heard = await ask(server.baseUrl, resumed)
    expect(endOf(heard)).toBe(`failed ${code}`)
    expect(textOf(heard)).toBe('')
    expect('cursorLost' in (heard.at(-1) ?? {})).toBe(cursorLost)
  })

  test('because none is wanted: the answer is made in the background and asked for', async () => {
    const server = await serverForTest()
    server.script(document(200, responseObject('queued')), responsesRoute)
    server.script(document(200, responseObject('completed', { text })), keptRoute)
    const heard = await ask(server.baseUrl, { responses, request: { streaming: false } })
    expect(heard.slice(0, 3)).toEqual([
      { type: 'opened' },
      { type: 'cursor', cursor: { responseId, sequenceNumber: 0 } },
      { type: 'text', text },
    ])
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/v1/responses',
      `/v1/responses/${responseId}`,
    ])
  })
})

describe('An answer that waits in the queue', () => {
  const queued = numbered([
    { type: 'response.created', response: responseObject('queued') },
    { type: 'response.queued', response: responseObject('queued') },
  ])

  async function askAndBeLeftWaiting(status: string) {
    const server = await serverForTest()
    const manual = createManualWait()
    server.script([...responseReply(queued), hold()], responsesRoute)
    server.script(document(200, responseObject(status, { text })), keptRoute)
    server.always(document(200, responseObject('cancelled')), cancelRoute)
    const asked = ask(server.baseUrl, {
      responses: { background: true, queuePatience: 7000 },
      surroundings: { wait: manual.wait },
    })
    const request = await server.nextRequest()
    await manual.elapse(7000)
    const heard = await asked
    expect(await request.closed).toBe('client')
    return { server, heard }
  }

  test('for too long is given up, and cancelled at the server', async () => {
    const { server, heard } = await askAndBeLeftWaiting('queued')
    expect(failureOf(heard)).toEqual({
      code: 'timed-out',
      message: 'Fake kept the question in its queue and did not begin to answer. Retry.',
      retryable: true,
    })
    expect(heard.at(-1)).toMatchObject({ cursorLost: true })
    while (!server.requests.some(({ path }) => path.endsWith('/cancel'))) await server.nextRequest()
  })

  test('and has come meanwhile is taken', async () => {
    const { heard } = await askAndBeLeftWaiting('completed')
    expect(endOf(heard)).toBe('completed stop')
    expect(textOf(heard)).toBe(text)
  })
})
