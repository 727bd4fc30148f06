import type { History } from './history'
import type { HistoryMethod, HistoryPort, HistoryReply } from './history-protocol'

const gone =
  'The history has stopped working. Restart Rivulet; everything that was saved is still there.'
const closed = 'The history is closed.'

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

/**
 * {@link History} over a port whose other end is served by `serveHistory`. Calls are carried out in
 * the order in which they were made, searches after all others. When the other end goes, every open and every later call rejects.
 */
export function connectHistory(port: HistoryPort): History {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let refusal: string | null = null

  const settle = (message: unknown): void => {
    const reply = message as HistoryReply
    if (reply.type !== 'done' && reply.type !== 'failed') return
    const call = pending.get(reply.id)
    pending.delete(reply.id)
    if (reply.type === 'done') call?.resolve(reply.value)
    else call?.reject(new Error(reply.message, { cause: reply.detail }))
  }
  const lose = (cause?: unknown): void => {
    refusal ??= gone
    for (const call of pending.values()) call.reject(new Error(gone, { cause }))
    pending.clear()
  }
  port.on('message', settle)
  for (const name of ['messageerror', 'error', 'close', 'exit'] as const) port.on(name, lose)

  const call = <Name extends HistoryMethod>(method: Name) => {
    return (...parameters: Parameters<History[Name]>): ReturnType<History[Name]> => {
      const reply = new Promise<unknown>((resolve, reject) => {
        if (refusal !== null) throw new Error(refusal)
        lastId += 1
        port.postMessage({ id: lastId, method, parameters })
        pending.set(lastId, { resolve, reject })
      })
      return reply as ReturnType<History[Name]>
    }
  }
  const close = call('close')

  return {
    listConversations: call('listConversations'),
    openConversation: call('openConversation'),
    openAtEnd: call('openAtEnd'),
    readEarlier: call('readEarlier'),
    addQuestion: call('addQuestion'),
    addAnswer: call('addAnswer'),
    appendCheckpoints: call('appendCheckpoints'),
    endAnswer: call('endAnswer'),
    reopenAnswer: call('reopenAnswer'),
    takeUnfinished: call('takeUnfinished'),
    pastLengths: call('pastLengths'),
    renameConversation: call('renameConversation'),
    deleteConversation: call('deleteConversation'),
    restoreConversation: call('restoreConversation'),
    chooseMessage: call('chooseMessage'),
    search: call('search'),
    close: () => {
      const done = close()
      refusal ??= closed
      return done
    },
  }
}
