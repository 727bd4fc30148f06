import { type BrowserWindow, screen } from 'electron'
import { push } from '../ipc/push'
import { openAppWindow } from './app-window'
import { quickAskPlace } from './quick-ask-place'
import { windowTraits } from './window-traits'

/** How long a hidden exchange is still shown again, in milliseconds. */
const remembered = 2 * 60_000
const firstHeight = 120

/** The small window over everything; warm from the start so that a key press only shows it. */
export interface QuickAsk {
  toggle(): void
  /** Hides it and gives the focus back to where it came from. */
  hide(): void
  resize(contentHeight: number): void
  setKeepOpen(keepOpen: boolean): void
  /** Keeps it open while a dialog of its own has the focus. */
  whileBusy<Value>(work: () => Promise<Value>): Promise<Value>
  /** Lets the window be closed: the app ends. */
  release(): void
  readonly window: BrowserWindow
}

export function createQuickAsk(now: () => number, platform: NodeJS.Platform): QuickAsk {
  let keepOpen = false
  let ending = false
  let busy = false
  let hiddenAt = Number.NEGATIVE_INFINITY
  let contentHeight = firstHeight
  let workArea = screen.getPrimaryDisplay().workArea
  const traits = windowTraits(platform)

  const window = openAppWindow('quick-ask.html', {
    ...traits.quickAsk,
    ...quickAskPlace(workArea, firstHeight),
    title: 'Quick ask',
    frame: false,
    transparent: true,
    hasShadow: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
  })
  window.setMenuBarVisibility(false)
  window.setVisibleOnAllWorkspaces(true, {
    visibleOnFullScreen: true,
    skipTransformProcessType: true,
  })

  const place = (): void => window.setBounds(quickAskPlace(workArea, contentHeight))

  const hide = (): void => {
    if (!window.isVisible()) return
    hiddenAt = now()
    traits.beforeHide(window)
    window.hide()
  }

  const show = (): void => {
    if (window.webContents.isCrashed() || window.webContents.isLoading()) {
      window.webContents.once('did-finish-load', show)
      return
    }
    workArea = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea
    place()
    push(window.webContents, 'quickAsk.shown', { fresh: now() - hiddenAt > remembered })
    window.show()
    window.focus()
  }

  // Nobody should find an invisible window over everything.
  window.webContents.on('render-process-gone', () => window.hide())
  window.on('blur', () => {
    if (!keepOpen && !busy && !window.webContents.isDevToolsOpened()) hide()
  })
  // The system's own way to close it hides it, or the next key press would find nothing.
  window.on('close', (event) => {
    if (ending) return
    event.preventDefault()
    hide()
  })

  return {
    window,
    hide,
    toggle() {
      if (window.isVisible() && window.isFocused()) hide()
      else show()
    },
    resize(height) {
      contentHeight = height
      place()
    },
    setKeepOpen(value) {
      keepOpen = value
    },
    async whileBusy(work) {
      busy = true
      try {
        return await work()
      } finally {
        busy = false
      }
    },
    release() {
      ending = true
    },
  }
}
