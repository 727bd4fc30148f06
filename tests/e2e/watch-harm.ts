import type { ElectronApplication, Page } from '@playwright/test'

/** Reads what has happened in a window that text must never make happen. */
export type Harm = () => Promise<readonly string[]>

/** Watches a window from now on for dialogs, errors, new windows, and requests that leave the app. */
export async function watchHarm(electron: ElectronApplication, page: Page): Promise<Harm> {
  const harm: string[] = []
  page.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      harm.push(`${message.type()}: ${message.text()}`)
    }
  })
  page.on('pageerror', ({ message }) => harm.push(`thrown: ${message}`))
  page.on('popup', () => harm.push('a window'))
  page.on('framenavigated', (frame) => harm.push(`navigated: ${frame.url()}`))
  page.on('request', (request) => {
    if (!request.url().startsWith('rivulet:')) harm.push(`request: ${request.url().slice(0, 80)}`)
  })
  const cancelled = await watchCancelled(electron)
  return async () => [...harm, ...(await cancelled())]
}

/** Watches from now on for requests that would leave the app: cancelled, they are none to a page. */
export async function watchCancelled(electron: ElectronApplication): Promise<Harm> {
  await electron.evaluate(({ session }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'askedForTest', asked)
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => {
      if (!url.startsWith('rivulet:')) asked.push(`cancelled: ${url.slice(0, 80)}`)
    })
  })
  return () => electron.evaluate(() => Reflect.get(globalThis, 'askedForTest') as string[])
}
