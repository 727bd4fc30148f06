/** Where messages stand one below the other, in CSS pixels from the top of the first. */
export interface MessageLayout {
  readonly count: number
  /** -1 where it is not among them. */
  readonly indexOf: (id: string) => number
  readonly idAt: (index: number) => string
  /** The top of a message; of `count`, the bottom of the last. */
  readonly topOf: (index: number) => number
  /** The message at a height: the first or the last where it is outside. */
  readonly at: (offset: number) => number
  /** Takes a height that was measured. */
  readonly measured: (index: number, height: number) => void
}

/**
 * @param heightOf as far as it is known; asked once for each
 * @param above the height of what stands above the first and is not among them
 */
export function createMessageLayout(
  ids: readonly string[],
  heightOf: (index: number) => number,
  above = 0,
): MessageLayout {
  const count = ids.length
  const heights = Float64Array.from(ids, (_id, index) => heightOf(index))
  const tops = new Float64Array(count + 1)
  tops[0] = above
  const indices = new Map(ids.map((id, index) => [id, index]))
  /** `tops` is right up to here. */
  let settled = 0

  function topOf(index: number): number {
    const wanted = Math.max(0, Math.min(index, count))
    for (; settled < wanted; settled += 1) {
      tops[settled + 1] = (tops[settled] ?? 0) + (heights[settled] ?? 0)
    }
    return tops[wanted] ?? 0
  }

  return {
    count,
    indexOf: (id) => indices.get(id) ?? -1,
    idAt: (index) => ids[index] ?? '',
    topOf,
    at(offset) {
      let low = 0
      let high = count - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (topOf(middle) <= offset) low = middle
        else high = middle - 1
      }
      return Math.max(0, low)
    },
    measured(index, height) {
      if (index < 0 || index >= count || heights[index] === height) return
      heights[index] = height
      settled = Math.min(settled, index)
    },
  }
}
