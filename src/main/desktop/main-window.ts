import { type BrowserWindow, nativeTheme } from 'electron'
import { openAppWindow } from './app-window'

const pageColor = { light: '#fefdfc', dark: '#16181a' }

/** The main window, at most one; made when it is asked for. */
export interface MainWindow {
  /** Shows it, in front; resolves when its page listens. */
  show(): Promise<BrowserWindow>
  current(): BrowserWindow | null
}

/** @param closed is called when the user has closed it */
export function createMainWindow(closed: () => void): MainWindow {
  let open: BrowserWindow | null = null

  const make = (): BrowserWindow => {
    const window = openAppWindow('index.html', {
      title: 'Rivulet',
      width: 1200,
      height: 800,
      minWidth: 480,
      minHeight: 400,
      // Shown for the moment before the page is painted.
      backgroundColor: nativeTheme.shouldUseDarkColors ? pageColor.dark : pageColor.light,
    })
    window.setMenuBarVisibility(false)
    window.once('ready-to-show', () => window.show())
    window.once('closed', () => {
      open = null
      closed()
    })
    return window
  }

  return {
    async show() {
      open ??= make()
      const window = open
      await whenLoaded(window)
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      return window
    },
    current: () => open,
  }
}

/** Also after a crash, when the page is loaded again. */
function whenLoaded({ webContents }: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    if (!webContents.isLoading() && !webContents.isCrashed()) resolve()
    else webContents.once('did-finish-load', () => resolve())
  })
}
