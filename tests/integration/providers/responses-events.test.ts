import { describe, expect, test } from 'vitest'
import { document, type Reply } from '../../fakes/model-server/model-server'
import {
  numbered,
  responseEvents,
  responseObject,
  responseReply,
  responsesRoute,
  textDelta,
} from '../../fakes/model-server/responses-wire'
import { type AskOptions, ask, endOf, failureOf, serverForTest, textOf } from './asking'
import { endedBy, responseRows } from './response-rows'

const plain = { responses: { background: false } }
const kept = { responses: { background: true } }

async function askWith(reply: Reply, options: AskOptions = plain) {
  const server = await serverForTest()
  server.script(reply, responsesRoute)
  return ask(server.baseUrl, options)
}

const created = { type: 'response.created', response: responseObject('in_progress') }

describe('A request to the Responses API', () => {
  test('asks for nothing to be stored', async () => {
    const server = await serverForTest()
    server.script(responseReply(responseEvents(['Hello'])), responsesRoute)
    await ask(server.baseUrl, {
      ...plain,
      request: { systemPrompt: 'Be brief.', temperature: 0.2 },
    })
    expect(server.requests[0]?.json).toEqual({
      model: 'fake-model',
      input: [{ role: 'user', content: 'What is a rivulet?' }],
      instructions: 'Be brief.',
      temperature: 0.2,
      stream: true,
      store: false,
    })
  })

  test('in the background asks the server to keep the answer', async () => {
    const server = await serverForTest()
    server.script(responseReply(responseEvents(['Hello'])), responsesRoute)
    await ask(server.baseUrl, kept)
    expect(server.requests[0]?.json).toEqual({
      model: 'fake-model',
      input: [{ role: 'user', content: 'What is a rivulet?' }],
      stream: true,
      store: true,
      background: true,
    })
  })

  test('goes on with what there is in the words of a continuation', async () => {
    const server = await serverForTest()
    server.script(responseReply(responseEvents(['a stream.'])), responsesRoute)
    const continuation = (_: string, partial: string) => ({
      messages: [{ role: 'assistant' as const, content: partial, prefix: true as const }],
      fields: { add_generation_prompt: false },
    })
    const responses = { background: false, continuation }
    await ask(server.baseUrl, { responses, request: { partial: 'It is ' } })
    expect(server.requests[0]?.json).toEqual({
      model: 'fake-model',
      input: [
        { role: 'user', content: 'What is a rivulet?' },
        { role: 'assistant', content: 'It is ' },
      ],
      stream: true,
      store: false,
    })
  })
})

describe('The events of a response', () => {
  test('a healthy stream, exactly', async () => {
    expect(await askWith(responseReply(responseEvents(['Hel', 'lo 👋'])))).toEqual([
      { type: 'opened' },
      { type: 'text', text: 'Hel' },
      { type: 'text', text: 'lo 👋' },
      { type: 'usage', usage: { inputTokens: 11, outputTokens: 7 } },
      { type: 'completed', finishReason: 'stop' },
    ])
  })

  test('of one that is kept: a cursor after each, behind the text that it covers', async () => {
    const cursor = (sequenceNumber: number) => ({
      type: 'cursor',
      cursor: { responseId: 'resp_fake', sequenceNumber },
    })
    expect(await askWith(responseReply(responseEvents(['Hel', 'lo'])), kept)).toEqual([
      { type: 'opened' },
      ...[0, 1, 2, 3, 4].map(cursor),
      { type: 'text', text: 'Hel' },
      cursor(5),
      { type: 'text', text: 'lo' },
      ...[6, 7, 8, 9].map(cursor),
      { type: 'usage', usage: { inputTokens: 11, outputTokens: 7 } },
      { type: 'completed', finishReason: 'stop' },
    ])
  })

  test('no cursor stands between the halves of a character', async () => {
    const halves = numbered([created, textDelta('a\ud83c'), textDelta('\udf0a')])
    const events = await askWith(responseReply(halves), kept)
    expect(events.slice(2, -1)).toEqual([
      { type: 'text', text: 'a🌊' },
      { type: 'cursor', cursor: { responseId: 'resp_fake', sequenceNumber: 2 } },
    ])
  })

  test('cut between the halves of a character: what the server says again is not said before', async () => {
    const halves = numbered([created, textDelta('a'), textDelta('b\ud83c')])
    const events = await askWith(responseReply(halves), kept)
    expect(textOf(events)).toBe('a')
    expect(textOf(await askWith(responseReply(halves)))).toBe('ab\ud83c')
  })

  test('reasoning, in its parts', async () => {
    const events = await askWith(
      responseReply([
        created,
        { type: 'response.reasoning_summary_part.added', summary_index: 0 },
        { type: 'response.reasoning_summary_text.delta', delta: 'Hm.' },
        { type: 'response.reasoning_summary_part.added', summary_index: 1 },
        { type: 'response.reasoning_text.delta', delta: 'Yes.' },
        textDelta('Hello'),
        { type: 'response.completed', response: responseObject('completed', { text: 'Hello' }) },
      ] as readonly { readonly type: string }[]),
    )
    expect(events.slice(1, -2)).toEqual([
      { type: 'reasoning', text: 'Hm.' },
      { type: 'reasoning', text: '\n\n' },
      { type: 'reasoning', text: 'Yes.' },
      { type: 'text', text: 'Hello' },
    ])
  })

  test('a plain request: the whole answer as one text', async () => {
    const server = await serverForTest()
    server.script(document(200, responseObject('completed', { text: 'Hello' })), responsesRoute)
    const events = await ask(server.baseUrl, { ...plain, request: { streaming: false } })
    expect(events).toEqual([
      { type: 'opened' },
      { type: 'text', text: 'Hello' },
      { type: 'usage', usage: { inputTokens: 11, outputTokens: 7 } },
      { type: 'completed', finishReason: 'stop' },
    ])
    expect(server.requests[0]?.json).not.toHaveProperty('stream')
  })
})

describe('The terminal rule of the Responses API', () => {
  test.each(responseRows)('$name: $end', async ({ reply, text, end }) => {
    const events = await askWith(reply)
    expect({ text: textOf(events), end: endOf(events) }).toEqual({ text, end })
  })

  test('a failure inside a stream is told in the words of the server', async () => {
    const events = await askWith(
      endedBy('response.failed', { error: { code: 'server_error', message: 'The engine died.' } }),
    )
    expect(failureOf(events).message).toContain('“The engine died.”')
    expect(events.at(-1)).toMatchObject({ cursorLost: true })
  })
})
