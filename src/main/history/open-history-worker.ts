import { Worker } from 'node:worker_threads'
import type { History } from './history'
import { connectHistory } from './history-client'
import type { HistoryReply } from './history-protocol'

/**
 * Starts the thread that owns the file, and resolves when the history can be used. Rejects with a
 * sentence for the user when it cannot be opened.
 *
 * @param workerPath the built `history-worker.js`
 */
export async function openHistoryWorker(
  workerPath: string | URL,
  file: string,
): Promise<{ readonly history: History; readonly notices: readonly string[] }> {
  const worker = new Worker(workerPath, { workerData: { file } })
  const notices = await opening(worker)
  const history = connectHistory(worker)
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  return {
    notices,
    history: {
      ...history,
      close: async () => {
        await history.close()
        await ended
      },
    },
  }
}

function opening(worker: Worker): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const onReply = (reply: HistoryReply): void => {
      if (reply.type === 'opened') {
        release()
        resolve(reply.notices)
      } else if (reply.type === 'refused') {
        release()
        reject(new Error(reply.message))
      }
    }
    const onGone = (cause: unknown): void => {
      release()
      reject(new Error('The history could not be started. Restart Rivulet.', { cause }))
    }
    const release = (): void => {
      worker.off('message', onReply)
      worker.off('error', onGone)
      worker.off('exit', onGone)
    }
    worker.on('message', onReply)
    worker.on('error', onGone)
    worker.on('exit', onGone)
  })
}
