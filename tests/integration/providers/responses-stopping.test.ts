import { describe, expect, test } from 'vitest'
import { leaveRunning } from '../../../src/main/providers/leave-running'
import type { ProviderEvent } from '../../../src/main/providers/provider'
import { document, hold, type ModelServer } from '../../fakes/model-server/model-server'
import {
  cancelRoute,
  keptRoute,
  responseEvents,
  responseObject,
  responseReply,
  responsesRoute,
} from '../../fakes/model-server/responses-wire'
import { type AskOptions, ask, endOf, serverForTest, streamFrom } from './asking'

const background = { responses: { background: true } }
const events = responseEvents(['Hel', 'lo'])

async function answering(): Promise<ModelServer> {
  const server = await serverForTest()
  server.script([...responseReply(events.slice(0, 6)), hold()], responsesRoute)
  return server
}

/** Aborts at the first event of the type. */
async function askAndStop(
  server: ModelServer,
  options: AskOptions,
  type: ProviderEvent['type'],
  reason?: unknown,
): Promise<readonly ProviderEvent[]> {
  const abort = new AbortController()
  const heard: ProviderEvent[] = []
  for await (const event of streamFrom(server.baseUrl, { ...options, signal: abort.signal })) {
    heard.push(event)
    if (event.type === type) abort.abort(reason)
  }
  return heard
}

describe('Stop of an answer that the server keeps', () => {
  test('closes the socket and stops the answer at the server', async () => {
    const server = await answering()
    server.script(document(200, responseObject('cancelled')), cancelRoute)
    expect(endOf(await askAndStop(server, background, 'text'))).toBe('aborted')
    const question = await server.nextRequest()
    expect(await question.closed).toBe('client')
    expect((await server.nextRequest()).path).toBe('/v1/responses/resp_fake/cancel')
  })

  test('is no matter of whether the server hears of it', async () => {
    const server = await answering()
    server.script(document(500, ''), cancelRoute)
    expect(endOf(await askAndStop(server, background, 'text'))).toBe('aborted')
    await server.nextRequest()
    await server.nextRequest()
  })

  test('between two requests', async () => {
    const server = await serverForTest()
    server.script(document(200, responseObject('cancelled')), cancelRoute)
    const cursor = { responseId: 'resp_fake', sequenceNumber: 5 }
    const stopped = { request: { cursor, partial: 'Hel' }, signal: AbortSignal.abort() }
    expect(await ask(server.baseUrl, { ...background, ...stopped })).toEqual([{ type: 'aborted' }])
    expect((await server.nextRequest()).path).toBe('/v1/responses/resp_fake/cancel')
    const left = { ...stopped, signal: AbortSignal.abort(leaveRunning) }
    expect(await ask(server.baseUrl, { ...background, ...left })).toEqual([{ type: 'aborted' }])
    expect(server.requests).toHaveLength(1)
  })

  test('while it is asked for again and again', async () => {
    const server = await serverForTest()
    server.script(document(200, responseObject('queued')), responsesRoute)
    server.script(document(200, responseObject('in_progress')), keptRoute)
    server.script(document(200, responseObject('cancelled')), cancelRoute)
    const abort = new AbortController()
    const asked = ask(server.baseUrl, {
      ...background,
      request: { streaming: false },
      signal: abort.signal,
    })
    await server.nextRequest()
    await server.nextRequest()
    abort.abort()
    expect(endOf(await asked)).toBe('aborted')
    expect((await server.nextRequest()).path).toBe('/v1/responses/resp_fake/cancel')
  })
})

describe('The server is not told', () => {
  test('where it is to go on', async () => {
    const server = await answering()
    expect(endOf(await askAndStop(server, background, 'text', leaveRunning))).toBe('aborted')
    expect(await server.requests[0]?.closed).toBe('client')
    expect(server.requests).toHaveLength(1)
  })

  test('where the answer is not kept', async () => {
    const server = await answering()
    const plain = { responses: { background: false } }
    expect(endOf(await askAndStop(server, plain, 'text'))).toBe('aborted')
    expect(await server.requests[0]?.closed).toBe('client')
    expect(server.requests).toHaveLength(1)
  })

  test('after the end', async () => {
    const server = await serverForTest()
    server.script(responseReply(events), responsesRoute)
    expect(endOf(await askAndStop(server, background, 'completed'))).toBe('completed stop')
    expect(server.requests).toHaveLength(1)
  })
})
