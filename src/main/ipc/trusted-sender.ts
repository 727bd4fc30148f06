import type { IpcMainInvokeEvent } from 'electron'
import { appOrigin } from '../security/app-address'

/** Whether a request comes from the top frame of one of our windows, showing a page of ours. */
export function isTrustedSender(
  { sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  isOurWindow: (id: number) => boolean,
): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    isOurWindow(sender.id) &&
    originOf(senderFrame.url) === appOrigin
  )
}

/** Like `URL.origin`, which is "null" for a scheme that the standard does not know. */
function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
