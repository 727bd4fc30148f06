import { BrowserWindow, clipboard, shell } from 'electron'
import type { DesktopStatus } from '../../../shared/ipc/contract'
import type { QuickAsk } from '../../desktop/quick-ask'
import { openLink } from '../../security/links'
import type { Handlers } from '../handle'

type Desktop =
  | 'desktop.status'
  | 'desktop.copyText'
  | 'desktop.openLink'
  | 'desktop.openDataFolder'
  | 'desktop.showConversation'
  | 'quickAsk.hide'
  | 'quickAsk.resize'
  | 'quickAsk.keepOpen'

export function desktopHandlers(options: {
  readonly status: () => DesktopStatus
  readonly quickAsk: QuickAsk
  readonly showConversation: (conversationId: string) => Promise<void>
}): Handlers<Desktop> {
  const { status, quickAsk, showConversation } = options
  return {
    'desktop.status': () => status(),
    'desktop.copyText': ({ text }) => {
      clipboard.writeText(text)
      return null
    },
    'desktop.openLink': async ({ address }, sender) => {
      const window = BrowserWindow.fromWebContents(sender)
      if (window !== null) await quickAsk.whileBusy(() => openLink(window, address))
      return null
    },
    'desktop.openDataFolder': async () => {
      const problem = await shell.openPath(status().dataFolder)
      if (problem !== '') throw new Error(`The folder could not be opened: ${problem}`)
      return null
    },
    'desktop.showConversation': async ({ conversationId }) => {
      quickAsk.hide()
      await showConversation(conversationId)
      return null
    },
    'quickAsk.hide': () => {
      quickAsk.hide()
      return null
    },
    'quickAsk.resize': ({ height }) => {
      quickAsk.resize(height)
      return null
    },
    'quickAsk.keepOpen': ({ keepOpen }) => {
      quickAsk.setKeepOpen(keepOpen)
      return null
    },
  }
}
