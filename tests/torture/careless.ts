import type { ProviderEvent } from '../../src/main/providers/provider'

/** The defect: an answer that merely ends is taken for a complete one. */
export async function* carelessly(
  events: AsyncIterable<ProviderEvent>,
): AsyncGenerator<ProviderEvent, void, undefined> {
  for await (const event of events) {
    const isTaken = event.type === 'failed' && merelyEnded.has(event.failure.code)
    yield isTaken ? { type: 'completed', finishReason: 'stop' } : event
  }
}

const merelyEnded: ReadonlySet<string> = new Set(['truncated', 'connection-lost'])
