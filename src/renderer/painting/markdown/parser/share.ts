/**
 * `after`, made of as much of `before` as is equal: it is `before` itself if nothing differs. Both are
 * trees of plain values. Costs nothing where they are the same objects.
 */
export function share<T>(before: unknown, after: T): T {
  if (before === after) return after
  if (Array.isArray(after)) return Array.isArray(before) ? (shareList(before, after) as T) : after
  if (!isRecord(before) || !isRecord(after) || Array.isArray(before)) return after
  const keys = Object.keys(after)
  let same = keys.length === Object.keys(before).length
  const result: Record<string, unknown> = {}
  for (const key of keys) {
    const value = share(before[key], after[key])
    result[key] = value
    same &&= value === before[key] && key in before
  }
  return (same ? before : result) as T
}

/** Lists whose items stand at the same places. */
export function shareList<T>(before: readonly unknown[], after: readonly T[]): readonly T[] {
  let same = before.length === after.length
  const result = after.map((item, index) => {
    const shared = index < before.length ? share(before[index], item) : item
    same &&= shared === before[index]
    return shared
  })
  return same ? (before as readonly T[]) : result
}

/** `before` if it holds the same objects. */
export function sameList<T>(before: readonly T[] | undefined, after: readonly T[]): readonly T[] {
  if (before?.length !== after.length) return after
  return after.every((item, index) => item === before[index]) ? before : after
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
