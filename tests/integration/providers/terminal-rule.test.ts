import { describe, expect, test } from 'vitest'
import {
  ending,
  gate,
  head,
  reset,
  send,
  streamHead,
  textEvent,
} from '../../fakes/model-server/model-server'
import { ask, endOf, failureOf, serverForTest, textOf } from './asking'
import { terminalRows, webPage } from './terminal-rows'

describe('The terminal rule', () => {
  test.each(terminalRows)('$name: $end', async ({ reply, text, end }) => {
    const server = await serverForTest()
    server.script(reply)
    const events = await ask(server.baseUrl)
    expect({ text: textOf(events), end: endOf(events) }).toEqual({ text, end })
  })

  test('a connection reset in the middle of the answer: failed connection-lost, the text stays', async () => {
    const server = await serverForTest()
    const pause = gate()
    server.script([streamHead(), textEvent('Hel'), pause.step, reset()])
    const events = await ask(server.baseUrl, {
      surroundings: { fetch: openWhenReading(pause.open) },
    })
    expect({ text: textOf(events), end: endOf(events) }).toEqual({
      text: 'Hel',
      end: 'failed connection-lost',
    })
    expect(await server.requests[0]?.closed).toBe('server')
  })

  test('a connection reset before anything: failed connection-lost', async () => {
    const server = await serverForTest()
    server.script([reset()])
    expect(endOf(await ask(server.baseUrl))).toBe('failed connection-lost')
  })

  test('the sentence for a web page speaks of signing in', async () => {
    const server = await serverForTest()
    server.script([head(200, { 'content-type': 'text/html' }), send(webPage)])
    const { message, action } = failureOf(await ask(server.baseUrl))
    expect(message).toContain('If this network wants you to sign in')
    expect(action).toBe('check-provider')
  })

  test('nine megabytes without a line end: failed too-large, the text before stays', async () => {
    const server = await serverForTest()
    const megabyte = new Uint8Array(1024 * 1024).fill(120)
    server.script([
      streamHead(),
      textEvent('Hel'),
      send('data: '),
      ...Array.from({ length: 9 }, () => send(megabyte)),
      send('\n\n'),
      ...ending(),
    ])
    const events = await ask(server.baseUrl)
    expect({ text: textOf(events), end: endOf(events) }).toEqual({
      text: 'Hel',
      end: 'failed too-large',
    })
    expect(await server.requests[0]?.closed).toBe('client')
  })
})

/** A `fetch` that calls back when the first piece of the body has been read. */
function openWhenReading(opened: () => void): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    const watch = new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        controller.enqueue(piece)
        opened()
      },
    })
    return new Response(response.body?.pipeThrough(watch) ?? null, response)
  }
}
