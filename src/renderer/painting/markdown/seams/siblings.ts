interface Place {
  readonly start: number
  readonly end: number
}

/** Where a block ends without the white space behind it. */
export const textEnd = (text: string, { start, end }: Place): number =>
  start + text.slice(start, end).trimEnd().length

/** Of siblings in the order of the text: the first with text behind an offset; their number if none has. */
export function siblingBehind(siblings: readonly Place[], text: string, offset: number): number {
  const last = siblings.findLastIndex(({ start }) => start <= offset)
  const place = siblings[last]
  return place !== undefined && textEnd(text, place) > offset ? last : last + 1
}

/** By sibling, the offsets that it is the first with text behind; the last takes those behind all text. */
export function siblingsAt(
  siblings: readonly Place[],
  text: string,
  offsets: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const within = new Map<number, readonly number[]>()
  for (const offset of offsets) {
    addAt(within, Math.min(siblingBehind(siblings, text, offset), siblings.length - 1), offset)
  }
  return within
}

export function addAt(places: Map<number, readonly number[]>, index: number, offset: number): void {
  places.set(index, [...(places.get(index) ?? []), offset])
}
