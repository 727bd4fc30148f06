import type { MessageLayout } from './message-layout'
import type { Range } from './mounted-range'

/** What stands in the log, from top to bottom. */
export type Segment =
  | { readonly kind: 'message'; readonly index: number }
  /** The place of messages that are not mounted; `key` stays while the message below it does. */
  | { readonly kind: 'gap'; readonly key: string; readonly height: number }

/** @param kept indices of messages that are mounted wherever the view is, in any order */
export function segmentsOf(
  layout: MessageLayout,
  { first, last }: Range,
  kept: Iterable<number>,
): readonly Segment[] {
  const indices = new Set<number>()
  for (let index = Math.max(0, first); index <= last && index < layout.count; index += 1) {
    indices.add(index)
  }
  for (const index of kept) if (index >= 0 && index < layout.count) indices.add(index)
  const segments: Segment[] = []
  let next = 0
  const addGap = (key: string, until: number, from: number): void => {
    const height = layout.topOf(until) - from
    segments.push({ kind: 'gap', key, height })
  }
  for (const index of [...indices].sort((left, right) => left - right)) {
    // The first one is always there, so that nothing moves when it gets a height.
    if (next === 0) addGap('start', index, 0)
    else if (index > next) addGap(`above ${layout.idAt(index)}`, index, layout.topOf(next))
    segments.push({ kind: 'message', index })
    next = index + 1
  }
  if (next === 0) addGap('start', layout.count, 0)
  addGap('end', layout.count, layout.topOf(next === 0 ? layout.count : next))
  return segments
}
