/** Where one of several words stands in a text; `to` is not included. */
export interface WordPlace {
  readonly from: number
  readonly to: number
  /** Which of the words it is. */
  readonly word: number
}

/**
 * The first place from which on most different words stand together.
 *
 * @param places from the beginning of the text to its end
 * @param reach UTF-16 units in which they have to end
 * @param most so many places are looked at from each on
 */
export function wordsTogether(
  places: readonly WordPlace[],
  reach: number,
  most = Number.POSITIVE_INFINITY,
): readonly WordPlace[] {
  let best: readonly WordPlace[] = []
  let bestCount = 0
  for (const [index, { from }] of places.entries()) {
    let end = index
    const words = new Set<number>()
    for (; end < places.length && end - index < most; end += 1) {
      const place = places[end]
      if (place === undefined || place.to > from + reach) break
      words.add(place.word)
    }
    if (words.size > bestCount) {
      best = places.slice(index, end)
      bestCount = words.size
    }
  }
  return best
}
