import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'

/** What differs between the systems in how a popup takes and gives back the focus. */
export interface WindowTraits {
  readonly quickAsk: BrowserWindowConstructorOptions
  readonly beforeHide: (window: Pick<BrowserWindow, 'blur' | 'minimize'>) => void
}

export function windowTraits(platform: NodeJS.Platform): WindowTraits {
  switch (platform) {
    case 'darwin':
      // A panel takes the keyboard without making Rivulet the active app, so nothing has to be given back.
      return { quickAsk: { type: 'panel' }, beforeHide: () => {} }
    case 'win32':
      // Windows activates the previous window only when the focus was given up before hiding.
      return { quickAsk: {}, beforeHide: (window) => window.blur() }
    default:
      // The window manager gives the focus back by itself.
      return { quickAsk: {}, beforeHide: () => {} }
  }
}
