import type { HistoryPort, HistoryReply, HistoryRequest } from './history-protocol'
import type { HistoryService } from './history-service'
import { detailFor, sentenceFor } from './problem'

/** Answers every request over the port, one after the other, until the returned function is called. */
export function serveHistory(port: HistoryPort, service: HistoryService): () => void {
  const onMessage = (message: unknown): void => {
    port.postMessage(answer(service, message as HistoryRequest))
  }
  port.on('message', onMessage)
  return () => port.off('message', onMessage)
}

function answer(service: HistoryService, { id, method, parameters }: HistoryRequest): HistoryReply {
  try {
    // The pair of method and parameters belongs together by the type of the request.
    const call = service[method] as (...values: readonly unknown[]) => unknown
    return { type: 'done', id, value: call(...parameters) }
  } catch (error) {
    return { type: 'failed', id, message: sentenceFor(error), detail: detailFor(error) }
  }
}
