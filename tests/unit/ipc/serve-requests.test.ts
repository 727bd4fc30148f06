import type { IpcMainInvokeEvent } from 'electron'
import { expect, test } from 'vitest'
import { type Handlers, Refusal, serveRequests } from '../../../src/main/ipc/handle'
import { isTrustedSender } from '../../../src/main/ipc/trusted-sender'
import { requestSchemas } from '../../../src/shared/ipc/contract'

type Listener = (event: IpcMainInvokeEvent, request: unknown) => unknown

function serving(handlers: Partial<Handlers>, trusted = true) {
  const listeners = new Map<string, Listener>()
  const reports: unknown[] = []
  const stop = serveRequests(
    {
      handle: (name, listener) => listeners.set(name, listener),
      removeHandler: (name) => listeners.delete(name),
    },
    handlers as Handlers,
    () => trusted,
    (error) => reports.push(error),
  )
  const request = (name: string, body: unknown) =>
    listeners.get(name)?.({} as IpcMainInvokeEvent, body)
  return { listeners, reports, stop, request }
}

test('every channel of the contract is served, and taken away again', () => {
  const { listeners, stop } = serving({})
  expect([...listeners.keys()].sort()).toEqual(Object.keys(requestSchemas).sort())
  stop()
  expect(listeners.size).toBe(0)
})

test('a reply comes as a result', async () => {
  const { request } = serving({ 'answers.stop': () => null })
  expect(await request('answers.stop', { answerId: 'a' })).toEqual({ ok: true, value: null })
})

test('a stranger is refused aloud and reaches no handler', async () => {
  const { request } = serving({ 'answers.stop': () => expect.unreachable() }, false)
  expect(await request('answers.stop', { answerId: 'a' })).toMatchObject({
    ok: false,
    failure: { code: 'request-invalid' },
  })
})

test.each([
  ['answers.stop', {}],
  ['answers.stop', { answerId: '../../etc' }],
  ['answers.stop', { answerId: 'a', more: 1 }],
  ['answers.ask', { text: '   ' }],
  ['conversations.open', null],
  ['conversations.open', 'c'],
  ['settings.update', { theme: 'pink' }],
  ['settings.update', { providers: [] }],
  ['providers.save', { id: 'x', name: 'x', baseUrl: 'file:///etc', models: [] }],
  ['providers.save', { id: 'x', name: 'x', baseUrl: 'https://u:p@host/v1', models: [] }],
  ['keys.set', { providerId: 'openai', key: '' }],
  ['quickAsk.resize', { height: Number.NaN }],
])('%s refuses %j', async (name, body) => {
  const { request } = serving({ [name]: () => expect.unreachable() })
  expect(await request(name, body)).toMatchObject({
    ok: false,
    failure: { code: 'request-invalid' },
  })
})

test('a refusal keeps its code; an error becomes a sentence and is reported', async () => {
  const failure = { code: 'key-missing', message: 'There is no key.', retryable: false } as const
  const { request, reports } = serving({
    'providers.test': () => new Refusal(failure),
    'answers.stop': () => {
      throw new Error('The disk is full.')
    },
  })
  expect(await request('providers.test', { providerId: 'p' })).toEqual({ ok: false, failure })
  expect(await request('answers.stop', { answerId: 'a' })).toMatchObject({
    ok: false,
    failure: { code: 'internal', message: 'The disk is full.' },
  })
  expect(reports).toHaveLength(1)
})

test.each([
  ['our page in our window', 'rivulet://app/index.html', null, 7, true],
  ['a frame inside', 'rivulet://app/index.html', {}, 7, false],
  ['another window', 'rivulet://app/index.html', null, 8, false],
  ['a page from elsewhere', 'https://example.com/', null, 7, false],
  ['another host of the scheme', 'rivulet://evil/', null, 7, false],
  ['a blank page', 'about:blank', null, 7, false],
])('%s', (_name, url, parent, id, trusted) => {
  const event = { sender: { id }, senderFrame: { url, parent } } as unknown as IpcMainInvokeEvent
  expect(isTrustedSender(event, (windowId) => windowId === 7)).toBe(trusted)
})

test('a frame that is gone is not trusted', () => {
  const event = { sender: { id: 7 }, senderFrame: null } as unknown as IpcMainInvokeEvent
  expect(isTrustedSender(event, () => true)).toBe(false)
})
