import type { JSHandle } from '@playwright/test'
import type { BrowserWindow } from 'electron'

/** When so many bytes of a body had been forwarded. */
export interface Forwarded {
  readonly at: number
  readonly bytes: number
}

/**
 * The least that can be done, in the same process: reads the same sockets and sends each chunk to the
 * window as it comes.
 *
 * @returns for each question what was forwarded, once all bodies have ended
 */
export function runBareLoop(
  window: JSHandle<BrowserWindow>,
  baseUrl: string,
  questions: readonly string[],
): Promise<readonly (readonly Forwarded[])[]> {
  // Runs in main: nothing from outside of this function is there.
  return window.evaluate(
    ({ webContents }, given) => {
      const { request } = process.getBuiltinModule('node:http')
      const ask = (question: string): Promise<readonly Forwarded[]> =>
        new Promise((resolve, reject) => {
          const forwarded: Forwarded[] = []
          let bytes = 0
          const asking = request(
            `${given.baseUrl}/chat/completions`,
            { method: 'POST' },
            (answer) => {
              answer.on('data', (chunk: Buffer) => {
                bytes += chunk.length
                webContents.send('bare-loop', chunk.toString())
                forwarded.push({ at: Number(process.hrtime.bigint()) / 1e6, bytes })
              })
              answer.once('end', () => resolve(forwarded))
            },
          )
          asking.once('error', reject)
          asking.end(JSON.stringify({ messages: [{ role: 'user', content: question }] }))
        })
      return Promise.all(given.questions.map(ask))
    },
    { baseUrl, questions: [...questions] },
  )
}
