import { describe, expect, test } from 'vitest'
import type { ProviderEvent } from '../../../src/main/providers/provider'
import { head, hold, send, streamHead, textEvent } from '../../fakes/model-server/model-server'
import { ask, endOf, serverForTest, streamFrom, textOf } from './asking'

describe('Stop', () => {
  test('in the middle of an answer closes the socket and keeps the text', async () => {
    const server = await serverForTest()
    server.script([streamHead(), textEvent('Hel'), hold()])
    const abort = new AbortController()
    const events: ProviderEvent[] = []
    for await (const event of streamFrom(server.baseUrl, { signal: abort.signal })) {
      events.push(event)
      if (event.type === 'text') abort.abort()
    }
    expect(events).toEqual([{ type: 'opened' }, { type: 'text', text: 'Hel' }, { type: 'aborted' }])
    expect(await server.requests[0]?.closed).toBe('client')
  })

  test('closes the socket although nobody reads the answer any more', async () => {
    const server = await serverForTest()
    server.script([streamHead(), textEvent('Hel'), hold()])
    const abort = new AbortController()
    const events = streamFrom(server.baseUrl, { signal: abort.signal })[Symbol.asyncIterator]()
    await events.next()
    abort.abort()
    expect(await server.requests[0]?.closed).toBe('client')
  })

  test('before the headers closes the socket', async () => {
    const server = await serverForTest()
    server.script([hold()])
    const abort = new AbortController()
    const asked = ask(server.baseUrl, { signal: abort.signal })
    const request = await server.nextRequest()
    abort.abort()
    expect(await asked).toEqual([{ type: 'aborted' }])
    expect(await request.closed).toBe('client')
  })

  test('while the explanation of an error is read', async () => {
    const server = await serverForTest()
    server.script([head(500), send('{"error":'), hold()])
    const abort = new AbortController()
    const asked = ask(server.baseUrl, { signal: abort.signal })
    const request = await server.nextRequest()
    abort.abort()
    expect(await asked).toEqual([{ type: 'aborted' }])
    expect(await request.closed).toBe('client')
  })

  test('before it began asks nobody', async () => {
    const server = await serverForTest()
    expect(await ask(server.baseUrl, { signal: AbortSignal.abort() })).toEqual([
      { type: 'aborted' },
    ])
    expect(server.requests).toHaveLength(0)
  })

  test('gives up what was held back as a possible tag', async () => {
    const server = await serverForTest()
    server.script([streamHead(), textEvent('<thi'), textEvent('<think'), hold()])
    const abort = new AbortController()
    const events: ProviderEvent[] = []
    for await (const event of streamFrom(server.baseUrl, { signal: abort.signal })) {
      events.push(event)
      if (event.type === 'text') abort.abort()
    }
    expect(textOf(events)).toBe('<thi<think')
    expect(endOf(events)).toBe('aborted')
  })
})
