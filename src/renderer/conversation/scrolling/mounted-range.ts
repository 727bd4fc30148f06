import type { MessageLayout } from './message-layout'

/** Messages by their indices, both included; `last` is before `first` where there is none. */
export interface Range {
  readonly first: number
  readonly last: number
}

interface Reach {
  readonly atLeast: number
  readonly wanted: number
  readonly atMost: number
}

/** CSS pixels of messages beyond the view. */
const reach: Reach = { atLeast: 400, wanted: 900, atMost: 2400 }
/** While the view flies over the messages, each is mounted for a frame or two. */
const reachInFlight: Reach = { atLeast: 0, wanted: 100, atMost: 900 }
/** So many are there at the end of a conversation, however wrong estimates are. */
const leastAtEnd = 8

/**
 * What should be mounted for a view from `top` to `bottom`. While what is mounted reaches far enough
 * and not too far, it stays as it is: mounting and unmounting is what costs.
 *
 * @param inFlight whether the view moves so fast that nobody reads
 */
export function rangeFor(
  layout: MessageLayout,
  top: number,
  bottom: number,
  mounted: Range,
  inFlight: boolean,
): Range {
  if (layout.count === 0) return { first: 0, last: -1 }
  const within = (beyond: number): Range => ({
    first: layout.at(top - beyond),
    last: layout.at(bottom + beyond),
  })
  const { atLeast, wanted: enough, atMost } = inFlight ? reachInFlight : reach
  const least = within(atLeast)
  const most = within(atMost)
  const wanted = within(enough)
  if (least.last < mounted.first || least.first > mounted.last) return wanted
  const first = Math.max(mounted.first, most.first)
  const last = Math.min(mounted.last, most.last)
  return {
    first: least.first < first ? wanted.first : first,
    last: least.last > last ? wanted.last : last,
  }
}

/** What should be mounted at the end of a conversation, in a view of that height. */
export function rangeAtEnd(layout: MessageLayout, viewHeight: number): Range {
  const last = layout.count - 1
  const end = layout.topOf(layout.count)
  const first = layout.at(end - viewHeight - reach.atLeast)
  return { first: Math.max(0, Math.min(first, last + 1 - leastAtEnd)), last }
}
