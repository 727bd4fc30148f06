import { join } from 'node:path'
import { BrowserWindow, type BrowserWindowConstructorOptions } from 'electron'
import { appOrigin } from '../security/app-address'

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
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Text of a running answer must not come in lumps when the window is behind another one.
      backgroundThrottling: false,
    },
  })
  const { id } = window.webContents
  ourWindows.add(id)
  window.once('closed', () => ourWindows.delete(id))
  void window.loadURL(`${appOrigin}/${page}`)
  return window
}
