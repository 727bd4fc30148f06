/** A place in a text, then the ends and starts of words behind it; scripts without spaces have more. */
export function placesFrom(text: string, place: number): readonly number[] {
  const places = [place]
  for (const { 0: word, index } of text.slice(place).matchAll(/\s+|[!-~]+|[^!-~\s]/gu)) {
    places.push(place + index + word.length)
  }
  return places
}

/**
 * What `make` makes of the first place that fits, tried so seldom that it may be a later one if places
 * that fit and others take turns; null if none does.
 */
export function firstFit<Made>(
  places: readonly number[],
  make: (place: number) => Made | null,
): Made | null {
  const made = (index: number) => make(places[index] as number)
  const last = places.length - 1
  let low = 0
  let high = 0
  let found = made(high)
  while (found === null && high < last) {
    low = high
    high = Math.min(last, Math.ceil(high * 1.5) || 1)
    found = made(high)
  }
  while (found !== null && high - low > 1) {
    const middle = (low + high) >> 1
    const earlier = made(middle)
    if (earlier === null) low = middle
    else {
      found = earlier
      high = middle
    }
  }
  return found
}
