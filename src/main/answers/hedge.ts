import {
  type ChatRequest,
  isProviderEnd,
  type Provider,
  type ProviderEvent,
} from '../providers/provider'
import type { Clock } from './clock'

type Side = 'first' | 'second'

/**
 * A provider that asks a second one too when the first has said nothing for `after` milliseconds, goes
 * on with the one that speaks first, and aborts the other. A failure counts only when nobody is left.
 *
 * @param second asks the second one, which may answer with a failure
 * @param spoke is told who it is, before the first word
 */
export function createHedge(
  first: Provider,
  second: (request: ChatRequest, signal: AbortSignal) => AsyncIterable<ProviderEvent>,
  after: number,
  clock: Clock,
  spoke: (side: Side) => void,
): Provider {
  return {
    keepsAnswers: false,
    async *stream(request, signal) {
      const heard: { side: Side; event: ProviderEvent }[] = []
      const aborts = { first: new AbortController(), second: new AbortController() }
      const failed: Partial<Record<Side, ProviderEvent>> = {}
      let winner: Side | null = null
      let hasSecond = false
      let wake = (): void => {}

      const listen = async (side: Side, events: AsyncIterable<ProviderEvent>): Promise<void> => {
        for await (const event of events) {
          heard.push({ side, event })
          wake()
        }
      }
      const abortBoth = (): void => {
        aborts.first.abort()
        aborts.second.abort()
      }
      signal.addEventListener('abort', abortBoth)
      if (signal.aborted) abortBoth()
      const cancel = clock.schedule(after, () => {
        hasSecond = true
        void listen('second', second(request, aborts.second.signal))
      })
      void listen('first', first.stream(request, aborts.first.signal))

      try {
        for (;;) {
          const next = heard.shift()
          if (next === undefined) {
            await new Promise<void>((resolve) => {
              wake = resolve
            })
            continue
          }
          const { side, event } = next
          if (winner === null && speaks(event)) {
            winner = side
            cancel()
            aborts[side === 'first' ? 'second' : 'first'].abort()
            spoke(side)
          }
          if (winner === null && event.type === 'failed') {
            failed[side] = event
            const isOtherAlive = side === 'first' ? hasSecond && !failed.second : !failed.first
            if (isOtherAlive) continue
            yield failed.first ?? event
            return
          }
          if (winner !== null && side !== winner) continue
          if (event.type === 'cursor') continue
          yield event
          if (isProviderEnd(event)) return
        }
      } finally {
        cancel()
        signal.removeEventListener('abort', abortBoth)
        abortBoth()
      }
    },
  }
}

function speaks({ type }: ProviderEvent): boolean {
  return type === 'text' || type === 'reasoning' || type === 'completed'
}
