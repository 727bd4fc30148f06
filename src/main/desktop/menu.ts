import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { PushOf } from '../../shared/ipc/contract'

type Command = PushOf['window.command']

/** The application menu: visible on macOS, elsewhere only the source of the usual shortcuts. */
export function setApplicationMenu(
  platform: NodeJS.Platform,
  command: (name: Command) => void,
): void {
  const item = (label: string, accelerator: string, name: Command): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => command(name),
  })
  const settings = item('Settings…', 'CmdOrCtrl+,', 'open-settings')
  const file: MenuItemConstructorOptions = {
    label: 'File',
    submenu: [
      item('New Conversation', 'CmdOrCtrl+N', 'new-conversation'),
      item('Search Conversations', 'CmdOrCtrl+Shift+F', 'focus-search'),
      ...(platform === 'darwin' ? [] : [settings]),
      { type: 'separator' },
      platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
    ],
  }
  const application: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      settings,
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { role: 'quit' },
    ],
  }
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The key that carries the plus on many keyboards, without Shift.
      { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  }
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [{ label: 'Keyboard Shortcuts', click: () => command('show-shortcuts') }],
  }
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(platform === 'darwin' ? [application] : []),
      file,
      { role: 'editMenu' },
      view,
      { role: 'windowMenu' },
      help,
    ]),
  )
}
