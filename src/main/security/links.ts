import { type BrowserWindow, dialog, shell } from 'electron'
import { describeLink } from './link-target'

/** Asks, then opens the link in the browser or the mail program. Throws for an address that may not be opened. */
export async function openLink(window: BrowserWindow, address: string): Promise<void> {
  const link = describeLink(address)
  if (link === null) {
    throw new Error('Rivulet opens https and mailto links only. Copy the address if you trust it.')
  }
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `Open ${link.target}?`,
    detail: link.url.length > 400 ? `${link.url.slice(0, 400)}…` : link.url,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  if (response === 0) await shell.openExternal(link.url)
}
