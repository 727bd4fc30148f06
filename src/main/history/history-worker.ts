import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { askForCheck } from './check-mark'
import type { HistoryReply } from './history-protocol'
import { serveHistory } from './history-server'
import { createHistoryService } from './history-service'
import { openHistory } from './open-history'
import { sentenceFor } from './problem'

/** The thread that owns the history file. Started with `{ file }`; see `openHistoryWorker`. */
function start(): void {
  if (parentPort === null) throw new Error('history-worker runs as a worker thread only')
  const port = parentPort
  const send = (reply: HistoryReply): void => port.postMessage(reply)
  try {
    const { file } = z.object({ file: z.string() }).parse(workerData)
    const { connection, notices } = openHistory(file, Date.now())
    const service = createHistoryService(connection, Date.now)
    // Without a listener on the port the thread has nothing to live for, and ends.
    const stop = serveHistory(
      port,
      {
        ...service,
        close: () => {
          service.close()
          stop()
        },
      },
      () => askForCheck(file),
    )
    send({ type: 'opened', notices })
  } catch (error) {
    send({ type: 'refused', message: sentenceFor(error) })
  }
}

start()
