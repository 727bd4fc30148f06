import { describe, expect, test } from 'vitest'
import type { ProviderEvent } from '../../../src/main/providers/provider'
import {
  completion,
  document,
  ending,
  gate,
  head,
  type Reply,
  send,
  streamHead,
  textEvent,
  textReply,
} from '../../fakes/model-server/model-server'
import { ask, endOf, question, serverForTest, streamFrom, textOf } from './asking'

describe('Signs of life', () => {
  test('are told although they carry nothing to show', async () => {
    const server = await serverForTest()
    const [comment, ping, text] = [gate(), gate(), gate()]
    server.script([
      streamHead(),
      comment.step,
      send(': keep alive\n\n'),
      ping.step,
      send('event: ping\n\n'),
      text.step,
      textEvent('Hello'),
      ...ending(),
    ])
    const heard: ProviderEvent[] = []
    const next = [comment, ping, text]
    for await (const event of streamFrom(server.baseUrl)) {
      heard.push(event)
      next.shift()?.open()
    }
    expect(heard.map(({ type }) => type)).toEqual([
      'opened',
      'activity',
      'activity',
      'text',
      'usage',
      'completed',
    ])
  })

  test('are told of an answer that comes in one piece', async () => {
    const server = await serverForTest()
    const body = JSON.stringify(completion('Hello'))
    const rest = gate()
    server.script([head(200), send(body.slice(0, 9)), rest.step, send(body.slice(9))])
    const heard: ProviderEvent[] = []
    for await (const event of streamFrom(server.baseUrl)) {
      heard.push(event)
      if (event.type === 'activity') rest.open()
    }
    expect(heard.filter(({ type }) => type === 'activity')).toHaveLength(2)
    expect(endOf(heard)).toBe('completed stop')
  })
})

describe('The limits in the headers', () => {
  const headers = {
    'x-ratelimit-limit-requests': '60',
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '2s',
  }
  const limits = { requests: { limit: 60, remaining: 0, resetAt: 2000 }, tokens: null }

  test('come with the acceptance of a request', async () => {
    const server = await serverForTest()
    server.script([head(200, headers), ...textReply(['Hello']).slice(1)])
    expect((await ask(server.baseUrl))[0]).toEqual({ type: 'opened', limits })
  })

  test('come with its refusal', async () => {
    const server = await serverForTest()
    server.respondWithStatus(429, '', headers)
    expect((await ask(server.baseUrl))[0]).toMatchObject({ type: 'failed', limits })
  })
})

describe('A plain request', () => {
  test('asks for no stream and has the whole answer as one text', async () => {
    const server = await serverForTest()
    server.script(document(200, completion('Hello 🌊, you.')))
    expect(await ask(server.baseUrl, { request: { streaming: false } })).toEqual([
      { type: 'opened' },
      { type: 'text', text: 'Hello 🌊, you.' },
      { type: 'usage', usage: { inputTokens: 11, outputTokens: 7 } },
      { type: 'completed', finishReason: 'stop' },
    ])
    expect(server.requests[0]?.json).toEqual({
      model: 'fake-model',
      messages: [{ role: 'user', content: 'What is a rivulet?' }],
    })
  })

  test.each([
    ['length', 'completed length'],
    ['content_filter', 'failed content-filtered'],
    [null, 'failed truncated'],
  ])('that ends with %s: %s', async (finishReason, end) => {
    const server = await serverForTest()
    server.script(document(200, completion('Hello', finishReason)))
    const heard = await ask(server.baseUrl, { request: { streaming: false } })
    expect({ text: textOf(heard), end: endOf(heard) }).toEqual({ text: 'Hello', end })
  })

  test('that is answered with a stream is understood', async () => {
    const server = await serverForTest()
    server.respondWithText(['Hel', 'lo'])
    const heard = await ask(server.baseUrl, { request: { streaming: false } })
    expect(textOf(heard)).toBe('Hello')
  })
})

const aboutStreams: readonly (readonly [string, Reply])[] = [
  ['by name', refusal(400, { error: { message: 'Not for you.', param: 'stream' } })],
  ['in words', refusal(400, { error: { message: 'This model does not support streaming.' } })],
  ['as plain text', refusal(400, 'stream is not supported')],
  [
    'as FastAPI does',
    refusal(422, { detail: [{ loc: ['body', 'stream'], msg: 'Extra inputs are not permitted' }] }),
  ],
]

function refusal(status: number, body: unknown): Reply {
  return document(status, body)
}

describe('A server that refuses', () => {
  test.each(aboutStreams)('streams, %s, is known to', async (_, reply) => {
    const server = await serverForTest()
    server.script(reply)
    const heard = await ask(server.baseUrl)
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatchObject({ type: 'failed', streamRefused: true })
    expect(server.requests).toHaveLength(1)
  })

  test.each([
    [400, { error: { message: 'Unknown field: stream_options' } }],
    [400, { error: { message: 'Unknown field', param: 'stream_options' } }],
    [422, { detail: [{ loc: ['body', 'stream_options'], msg: 'Extra inputs' }] }],
    [422, { detail: [{ loc: ['body', 'stream_options', 'include_usage'], msg: 'Extra' }] }],
  ])('the options of a stream (%i %j) is asked again without them', async (status, body) => {
    const server = await serverForTest()
    server.respondWithStatus(status, body)
    server.respondWithText(['Hello'])
    expect(endOf(await ask(server.baseUrl))).toBe('completed stop')
    expect(server.requests[1]?.json).toEqual({
      model: 'fake-model',
      messages: [{ role: 'user', content: 'What is a rivulet?' }],
      stream: true,
    })
  })

  test('the options of a stream for ever is asked twice', async () => {
    const server = await serverForTest()
    server.always(refusal(400, { error: { message: 'Unknown field: stream_options' } }))
    expect((await ask(server.baseUrl))[0]).toMatchObject({ streamRefused: true })
    expect(server.requests).toHaveLength(2)
  })

  test.each([
    [400, { error: { message: 'Bad temperature', param: 'temperature' } }],
    [400, { error: { message: 'The upstream failed' } }],
    [400, { error: { message: 'stream too long', code: 'context_length_exceeded' } }],
    [500, { error: { message: 'The stream broke' } }],
  ])('something else (%i %j) refuses no stream', async (status, body) => {
    const server = await serverForTest()
    server.respondWithStatus(status, body)
    expect((await ask(server.baseUrl))[0]).not.toHaveProperty('streamRefused')
  })

  test('a plain request refuses no stream', async () => {
    const server = await serverForTest()
    server.respondWithStatus(400, { error: { message: 'You must stream.' } })
    const heard = await ask(server.baseUrl, { request: { streaming: false } })
    expect(heard[0]).not.toHaveProperty('streamRefused')
  })
})

describe('An answer that was begun', () => {
  test('is gone on from: its text is the last message', async () => {
    const server = await serverForTest()
    server.respondWithText(['stream.'])
    await ask(server.baseUrl, { request: { systemPrompt: 'Be brief.', partial: 'A small ' } })
    expect(server.requests[0]?.json).toMatchObject({
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'What is a rivulet?' },
        { role: 'assistant', content: 'A small ' },
        // To go on: this server is none that continues the last message by itself.
        { role: 'user' },
      ],
    })
  })

  test('is gone on from in the form that the server takes', async () => {
    const asked: string[] = []
    const fetch: typeof globalThis.fetch = async (_, init) => {
      asked.push(String(init?.body))
      return new Response(JSON.stringify(completion('stream.')))
    }
    await ask('http://127.0.0.1:8000/v1', {
      request: { partial: 'A small ' },
      surroundings: { fetch },
    })
    await ask('https://api.mistral.ai/v1', {
      request: { partial: 'A small ' },
      surroundings: { fetch },
    })
    const user = { role: 'user', content: question.messages[0]?.text }
    const [vllm, mistral] = asked.map((body) => JSON.parse(body))
    expect(vllm).toMatchObject({
      messages: [user, { role: 'assistant', content: 'A small ' }],
      continue_final_message: true,
      add_generation_prompt: false,
    })
    expect(mistral.messages).toEqual([
      user,
      { role: 'assistant', content: 'A small ', prefix: true },
    ])
  })

  test('is not quoted in a failure', async () => {
    const server = await serverForTest()
    const partial = 'A rivulet is a very small stream of water.'
    server.respondWithStatus(400, { error: { message: `Cannot go on with “${partial}”` } })
    const heard = await ask(server.baseUrl, { request: { partial } })
    expect(JSON.stringify(heard)).not.toContain('small stream')
  })
})
