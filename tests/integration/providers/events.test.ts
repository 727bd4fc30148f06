import { describe, expect, test } from 'vitest'
import {
  chunk,
  doneEvent,
  ending,
  event,
  finishEvent,
  hold,
  type ModelServer,
  send,
  sendRaw,
  streamHead,
  textEvent,
  textReply,
  usageEvent,
} from '../../fakes/model-server/model-server'
import { ask, serverForTest, streamFrom } from './asking'
import { createManualWait } from './manual-wait'

describe('The events of an answer', () => {
  test('a healthy stream, exactly', async () => {
    const server = await serverForTest()
    server.respondWithText(['Hel', 'lo 👋'], { inputTokens: 9, outputTokens: 3 })
    expect(await ask(server.baseUrl)).toEqual([
      { type: 'opened' },
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo 👋' },
      { type: 'usage', usage: { inputTokens: 9, outputTokens: 3 } },
      { type: 'completed', finishReason: 'stop' },
    ])
  })

  test.each(['reasoning', 'reasoning_content'])('reasoning as delta.%s', async (name) => {
    const server = await serverForTest()
    server.script([
      streamHead(),
      event(chunk({ delta: { content: '', [name]: 'Let me think.' } })),
      event(chunk({ delta: { content: null, [name]: ' Yes.' } })),
      textEvent('Hello'),
      finishEvent(),
      doneEvent(),
    ])
    expect(await ask(server.baseUrl)).toEqual([
      { type: 'opened' },
      { type: 'reasoning', text: 'Let me think.' },
      { type: 'reasoning', text: ' Yes.' },
      { type: 'text', text: 'Hello' },
      { type: 'completed', finishReason: 'stop' },
    ])
  })

  test('reasoning as <think> in the content, its tags split over chunks', async () => {
    const server = await serverForTest()
    server.script(textReply(['<th', 'ink>\nHm', 'm</thi', 'nk>\n\n', 'Hel', 'lo <think>']))
    const events = await ask(server.baseUrl)
    expect(events.slice(1, -2)).toEqual([
      { type: 'reasoning', text: '\nHm' },
      { type: 'reasoning', text: 'm' },
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo <think>' },
    ])
  })

  test('an answer may speak of what the protocol is made of', async () => {
    const server = await serverForTest()
    server.respondWithText(['data: [DONE]\n\n', '{"error":"no"}', '<html>'])
    const events = await ask(server.baseUrl)
    expect(events.filter(({ type }) => type === 'text')).toEqual([
      { type: 'text', text: 'data: [DONE]\n\n' },
      { type: 'text', text: '{"error":"no"}' },
      { type: 'text', text: '<html>' },
    ])
  })
})

describe('A server that keeps the line open', () => {
  const lineStaysOpen = async (server: ModelServer, waited: number) => {
    const manual = createManualWait()
    const asked = ask(server.baseUrl, { surroundings: { wait: manual.wait } })
    await manual.elapse(waited)
    const events = await asked
    expect(await server.requests[0]?.closed).toBe('client')
    return events
  }

  test('without [DONE] is given a second for the usage', async () => {
    const server = await serverForTest()
    server.script([streamHead(), textEvent('Hello'), finishEvent(), usageEvent(1, 2), hold()])
    expect((await lineStaysOpen(server, 1000)).slice(-2)).toEqual([
      { type: 'usage', usage: { inputTokens: 1, outputTokens: 2 } },
      { type: 'completed', finishReason: 'stop' },
    ])
  })

  test('after [DONE] is given a tenth of a second', async () => {
    const server = await serverForTest()
    server.script([...textReply(['Hello']), hold()])
    expect((await lineStaysOpen(server, 100)).at(-1)).toEqual({
      type: 'completed',
      finishReason: 'stop',
    })
  })
})

test('connections are used again after healthy answers', async () => {
  const server = await serverForTest()
  for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) {
    server.respondWithText([word])
    await ask(server.baseUrl)
  }
  // `fetch` releases a connection a moment late, so a second one may be opened; never one an answer.
  expect(new Set(server.requests.map(({ connection }) => connection)).size).toBeLessThan(4)
})

test('an answer that nobody reads to its end closes its connection', async () => {
  const server = await serverForTest()
  server.script([streamHead(), textEvent('Hel'), textEvent('lo'), hold()])
  for await (const { type } of streamFrom(server.baseUrl)) if (type === 'text') break
  expect(await server.requests[0]?.closed).toBe('client')
})

/** A small answer with emoji of four bytes, accents, a byte order mark and every kind of line end. */
const wire = [
  '\uFEFF: hello\r\n\r\n',
  'data: {"choices":[{"delta":{"content":"né 👩‍💻 "}}]}\r\n\r\n',
  'event: ping\n\n',
  'data: {"choices":[{"delta":\ndata: {"content":"\\ud83c\\udf0a x"}}]}\r\r',
  'data:{"choices":[{"delta":{"content":"<b>"},"finish_reason":"stop"}]}\n\n',
  'data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}\r\n\r\n',
  'data: [DONE]\r\n\r\n',
].join('')

test('the same events wherever the network cuts the bytes', async () => {
  const server = await serverForTest()
  const bytes = new TextEncoder().encode(wire)
  const expected = [
    { type: 'opened' },
    { type: 'text', text: 'né 👩‍💻 ' },
    { type: 'text', text: '🌊 x' },
    { type: 'text', text: '<b>' },
    { type: 'usage', usage: { inputTokens: 1, outputTokens: 2 } },
    { type: 'completed', finishReason: 'stop' },
  ]
  for (let offset = 0; offset <= bytes.length; offset += 1) {
    server.script([
      streamHead(offset % 2 === 0 ? 'chunked' : 'until-close'),
      send(bytes.subarray(0, offset)),
      send(bytes.subarray(offset)),
    ])
    expect(await ask(server.baseUrl), `cut at ${offset}`).toEqual(expected)
  }
  server.script([streamHead(), ...Array.from(bytes, (_, at) => send(bytes.subarray(at, at + 1)))])
  expect(await ask(server.baseUrl), 'byte by byte').toEqual(expected)
})

test('a healthy answer that the end of the file cuts right after the finish reason is complete', async () => {
  const server = await serverForTest()
  server.script([
    streamHead('until-close'),
    textEvent('Hello'),
    ...ending().slice(0, 1),
    sendRaw('dat'),
  ])
  expect((await ask(server.baseUrl)).at(-1)).toEqual({ type: 'completed', finishReason: 'stop' })
})
