import { EventEmitter } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { HistoryPort } from '../../../src/main/history/history-protocol'
import { serveHistory } from '../../../src/main/history/history-server'
import type { HistoryService } from '../../../src/main/history/history-service'
import { HistoryDamage } from '../../../src/main/history/problem'

/** A port whose other end is the test, and a service that writes down what it is asked. */
function serving(service: Partial<HistoryService> = {}) {
  const sent: unknown[] = []
  const calls: string[] = []
  let damages = 0
  const emitter = new EventEmitter()
  const port = Object.assign(emitter, {
    postMessage: (message: unknown) => sent.push(message),
  }) as HistoryPort & EventEmitter
  const noting = new Proxy(service, {
    get: (target, name: keyof HistoryService) => {
      return (...values: readonly unknown[]) => {
        calls.push([name, ...values].join(' '))
        return (target[name] as ((...each: readonly unknown[]) => unknown) | undefined)?.(...values)
      }
    },
  }) as HistoryService
  const stop = serveHistory(port, noting, () => {
    damages += 1
  })
  const ask = (id: number, method: string, ...parameters: readonly unknown[]): void => {
    port.emit('message', { id, method, parameters })
  }
  return { ask, stop, sent, calls, damages: () => damages }
}

test('a search waits until everything that has arrived is done, and a newer one replaces it', async () => {
  const { ask, calls, sent } = serving()
  ask(1, 'search', 'one')
  ask(2, 'appendCheckpoints')
  ask(3, 'search', 'two')
  ask(4, 'endAnswer')
  expect(calls).toEqual(['appendCheckpoints', 'endAnswer'])
  expect(sent).toContainEqual({ type: 'done', id: 1, value: [] })
  await nextTurn()
  expect(calls.at(-1)).toBe('search two')
  expect(sent).toHaveLength(4)
})

test('a search that waits at the end finds nothing and is not carried out', async () => {
  const { ask, stop, calls, sent } = serving()
  ask(1, 'search', 'one')
  ask(2, 'close')
  expect(sent[0]).toEqual({ type: 'done', id: 1, value: [] })
  ask(3, 'search', 'two')
  stop()
  await nextTurn()
  expect(sent.at(-1)).toEqual({ type: 'done', id: 3, value: [] })
  expect(calls).toEqual(['close'])
})

test('damage is told, other failures are not', () => {
  const { ask, damages } = serving({
    listConversations: () => {
      throw new HistoryDamage()
    },
    renameConversation: () => {
      throw new Error('A mistake')
    },
  })
  ask(1, 'renameConversation', 'c', 'x')
  expect(damages()).toBe(0)
  ask(2, 'listConversations')
  expect(damages()).toBe(1)
})
