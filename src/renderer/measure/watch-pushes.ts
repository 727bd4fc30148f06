import type { Bridge } from '../../shared/ipc/bridge'
import type { PushChannel } from '../../shared/ipc/contract'
import type { NumberedEvent } from '../../shared/stream/stream-event'

const channels: { readonly [Name in Exclude<PushChannel, 'answers.events'>]: true } = {
  'conversations.changed': true,
  'settings.changed': true,
  'providers.changed': true,
  'desktop.changed': true,
  'window.visible': true,
  'window.ask': true,
  'window.showConversation': true,
  'window.command': true,
  'quickAsk.shown': true,
}

/** Calls at every push of main with the UTF-8 bytes of the answers' text in it. */
export function watchPushes(listen: Bridge['listen'], onPush: (bytes: number) => void): () => void {
  const names = Object.keys(channels) as (keyof typeof channels)[]
  const ends = names.map((name) => listen(name, () => onPush(0)))
  ends.push(listen('answers.events', (events) => onPush(textBytes(events))))
  return () => {
    for (const end of ends) end()
  }
}

const encoder = new TextEncoder()

function textBytes(events: readonly NumberedEvent[]): number {
  let bytes = 0
  for (const { event } of events) {
    if (event.type === 'text-delta' || event.type === 'reasoning-delta') {
      bytes += encoder.encode(event.text).length
    }
  }
  return bytes
}
