/** A match by its message and its place among the matches in it, from 0. */
export interface Match {
  readonly messageId: string
  readonly nth: number
}

/** How often something is found, in each message that has it, in the order of the messages. */
export interface MatchList {
  readonly entries: readonly { readonly messageId: string; readonly count: number }[]
  readonly total: number
}

export const noMatches: MatchList = { entries: [], total: 0 }

/** The number of a match among all, from 1; 0 when it is not among them. */
export function ordinalOf({ entries }: MatchList, match: Match | null): number {
  let before = 0
  for (const { messageId, count } of entries) {
    if (messageId === match?.messageId) return match.nth < count ? before + match.nth + 1 : 0
    before += count
  }
  return 0
}

/** The match with a number; numbers go round. Null when there is none. */
export function matchAt({ entries, total }: MatchList, ordinal: number): Match | null {
  if (total === 0) return null
  let left = (((ordinal - 1) % total) + total) % total
  for (const { messageId, count } of entries) {
    if (left < count) return { messageId, nth: left }
    left -= count
  }
  return null
}

/**
 * The first match in a message behind those of it that are passed, or else in one below it, or else of
 * all.
 */
export function matchFrom(
  list: MatchList,
  indexOf: (messageId: string) => number,
  index: number,
  passed: number,
): Match | null {
  for (const { messageId, count } of list.entries) {
    const at = indexOf(messageId)
    const nth = at === index ? passed : 0
    if (at >= index && nth < count) return { messageId, nth }
  }
  return matchAt(list, 1)
}
