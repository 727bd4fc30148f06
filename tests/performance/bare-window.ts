import { resolve } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'

const preload = resolve('tests/performance/bare-window-preload.cjs')

/** Opens a window in the same app that only appends text to its page, and gives that page. */
export async function openBareWindow(electron: ElectronApplication): Promise<Page> {
  const opened = electron.waitForEvent('window')
  await electron.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({
      width: 1200,
      height: 800,
      title: 'Bare',
      webPreferences: {
        preload: script,
        sandbox: true,
        contextIsolation: true,
        backgroundThrottling: false,
      },
    })
    await window.loadURL('data:text/html,<title>Bare</title>')
  }, preload)
  return opened
}

/**
 * Asks the server from inside of main and sends each piece of its answer to the bare window as it
 * comes. Resolves at the end of the answer.
 */
export function streamToBareWindow(
  electron: ElectronApplication,
  baseUrl: string,
  question: string,
): Promise<void> {
  // Runs in main: nothing from outside of this function is there.
  return electron.evaluate(
    ({ BrowserWindow }, given) => {
      const { request } = process.getBuiltinModule('node:http')
      const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === 'Bare')
      return new Promise<void>((done, reject) => {
        const asking = request(
          `${given.baseUrl}/chat/completions`,
          { method: 'POST' },
          (answer) => {
            let rest = ''
            answer.setEncoding('utf8')
            answer.on('data', (bytes: string) => {
              const events = (rest + bytes).split('\n\n')
              rest = events.pop() ?? ''
              const text = events
                .filter((event) => event.startsWith('data: {'))
                .map((event) => JSON.parse(event.slice(6)).choices[0].delta.content ?? '')
                .join('')
              if (text !== '') window?.webContents.send('bare-window', text)
            })
            answer.once('end', () => done())
          },
        )
        asking.once('error', reject)
        asking.end(JSON.stringify({ messages: [{ role: 'user', content: given.question }] }))
      })
    },
    { baseUrl, question },
  )
}
