import type { ChatRequest, Provider, ProviderEvent } from '../../src/main/providers/provider'

/** A provider that says what the test tells it to, when the test tells it to. */
export interface ScriptedProvider extends Provider {
  say(event: ProviderEvent): void
  /** Ends the iteration without a terminal event, which the port forbids. */
  breakOff(error?: Error): void
  readonly requests: readonly ChatRequest[]
  readonly aborted: boolean
}

export function createScriptedProvider(keepsAnswers = false): ScriptedProvider {
  const requests: ChatRequest[] = []
  const queue: (ProviderEvent | Error | null)[] = []
  let wake = (): void => {}
  let aborted = false
  const put = (item: ProviderEvent | Error | null): void => {
    queue.push(item)
    wake()
  }
  return {
    requests,
    keepsAnswers,
    get aborted() {
      return aborted
    },
    say: put,
    breakOff: (error) => put(error ?? null),
    async *stream(request, signal) {
      requests.push(request)
      signal.addEventListener('abort', () => {
        aborted = true
        put({ type: 'aborted' })
      })
      for (;;) {
        const item = queue.shift()
        if (item === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          continue
        }
        if (item === null) return
        if (item instanceof Error) throw item
        yield item
        if (item.type === 'completed' || item.type === 'aborted' || item.type === 'failed') return
      }
    },
  }
}
