import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions, dialog } from 'electron'
import { push } from '../ipc/push'
import { appOrigin } from '../security/app-address'
import { webPreferences } from './web-preferences'

const ourWindows = new Set<number>()

export function isOurWindow(webContentsId: number): boolean {
  return ourWindows.has(webContentsId)
}

/** Makes a hidden window of ours: sandboxed, isolated, with the one preload, on one of our pages. */
export function openAppWindow(
  page: 'index.html' | 'quick-ask.html',
  options: BrowserWindowConstructorOptions,
): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    show: false,
    webPreferences: {
      ...webPreferences,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
    },
  })
  reloadAfterCrash(window)
  tellWhetherVisible(window)
  const { id } = window.webContents
  ourWindows.add(id)
  window.once('closed', () => ourWindows.delete(id))
  void window.loadURL(`${appOrigin}/${page}`)
  return window
}

/** As it is not throttled in the background, the page itself takes the window for visible always. */
function tellWhetherVisible(window: BrowserWindow): void {
  const tell = (): void =>
    push(window.webContents, 'window.visible', window.isVisible() && !window.isMinimized())
  window.webContents.on('did-finish-load', tell)
  window.on('show', tell).on('hide', tell).on('minimize', tell).on('restore', tell)
}

const mostCrashes = 3
const forgottenAfter = 60_000

/** A page that has crashed comes back by itself; one that keeps crashing is told of. */
function reloadAfterCrash(window: BrowserWindow): void {
  let crashes: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = Date.now()
    crashes = [...crashes.filter((at) => now - at < forgottenAfter), now]
    if (crashes.length <= mostCrashes) {
      window.webContents.reload()
      return
    }
    void dialog.showMessageBox({
      type: 'error',
      message: 'This window keeps crashing.',
      detail: `Your conversations are safe. Quit Rivulet and start it again. (${reason})`,
    })
  })
}
