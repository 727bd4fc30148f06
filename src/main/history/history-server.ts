import type { HistoryPort, HistoryReply, HistoryRequest } from './history-protocol'
import type { HistoryService } from './history-service'
import { detailFor, isDamage, sentenceFor } from './problem'

/**
 * Answers every request over the port until the returned function is called: one after the other, in
 * their order, but a search only when nothing else is waiting. Of searches that wait, only the newest
 * is carried out; the others find nothing.
 *
 * @param onDamage called when a request meets damage in the file
 */
export function serveHistory(
  port: HistoryPort,
  service: HistoryService,
  onDamage: () => void,
): () => void {
  let waiting: { readonly id: number; readonly start: NodeJS.Immediate } | null = null

  const carryOut = (request: HistoryRequest): void => {
    port.postMessage(answer(service, request, onDamage))
  }
  const giveUpSearch = (): void => {
    if (waiting === null) return
    clearImmediate(waiting.start)
    port.postMessage({ type: 'done', id: waiting.id, value: [] } satisfies HistoryReply)
    waiting = null
  }
  const onMessage = (message: unknown): void => {
    const request = message as HistoryRequest
    if (request.method === 'search') {
      giveUpSearch()
      // Comes after every message that has arrived: checkpoints are promised within 250 ms, and half
      // a dozen searches of a long history would take twice that.
      const start = setImmediate(() => {
        waiting = null
        carryOut(request)
      })
      waiting = { id: request.id, start }
      return
    }
    if (request.method === 'close') giveUpSearch()
    carryOut(request)
  }
  port.on('message', onMessage)
  return () => {
    giveUpSearch()
    port.off('message', onMessage)
  }
}

function answer(
  service: HistoryService,
  { id, method, parameters }: HistoryRequest,
  onDamage: () => void,
): HistoryReply {
  try {
    // The pair of method and parameters belongs together by the type of the request.
    const call = service[method] as (...values: readonly unknown[]) => unknown
    return { type: 'done', id, value: call(...parameters) }
  } catch (error) {
    if (isDamage(error)) onDamage()
    return { type: 'failed', id, message: sentenceFor(error), detail: detailFor(error) }
  }
}
