import type { WebContents } from 'electron'
import type { PushChannel, SentOf } from '../../shared/ipc/contract'

/** The only way from main to a window unasked. A window that is gone is passed over. */
export function push<Name extends PushChannel>(
  window: WebContents,
  name: Name,
  payload: SentOf[Name],
): void {
  if (!window.isDestroyed()) window.send(name, payload)
}
