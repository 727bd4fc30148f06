interface Place {
  readonly start: number
  readonly end: number
}

/** Where a block ends without the white space behind it. */
export const textEnd = (text: string, { start, end }: Place): number =>
  start + text.slice(start, end).trimEnd().length

/** Of siblings in the order of the text: the first with text behind each offset, or the last. */
export function siblingsAt(
  siblings: readonly Place[],
  text: string,
  offsets: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const within = new Map<number, number[]>()
  for (const offset of offsets) {
    const last = siblings.findLastIndex(({ start }) => start <= offset)
    const place = siblings[last]
    const isIn = place !== undefined && textEnd(text, place) > offset
    const index = isIn ? last : Math.min(last + 1, siblings.length - 1)
    within.set(index, [...(within.get(index) ?? []), offset])
  }
  return within
}
