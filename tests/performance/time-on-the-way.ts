/** A place in a text or in bytes, and when it was passed. */
export interface Passed {
  readonly at: number
  readonly mark: number
}

/**
 * How long each thing that was sent took until something that holds all of it was received, in the
 * unit of the times. Both are in the order of their marks; what never arrived is left out.
 */
export function waysOf(sent: readonly Passed[], received: readonly Passed[]): readonly number[] {
  const ways: number[] = []
  let next = 0
  for (const { at, mark } of sent) {
    while ((received[next]?.mark ?? Number.POSITIVE_INFINITY) < mark) next += 1
    const arrival = received[next]
    if (arrival !== undefined) ways.push(arrival.at - at)
  }
  return ways
}
