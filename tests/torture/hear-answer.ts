import type { ProviderEvent } from '../../src/main/providers/provider'
import { endOf, textOf } from '../integration/providers/ask-a-server'

export interface HeardAnswer {
  readonly text: string
  /** In one word, such as `completed stop` or `failed truncated`; null unless there is exactly one, last. */
  readonly end: string | null
}

/** Hears an answer out; what it throws counts as no end. */
export async function hearAnswer(events: AsyncIterable<ProviderEvent>): Promise<HeardAnswer> {
  const heard: ProviderEvent[] = []
  try {
    for await (const event of events) heard.push(event)
    return { text: textOf(heard), end: endOf(heard) }
  } catch {
    return { text: textOf(heard), end: null }
  }
}
