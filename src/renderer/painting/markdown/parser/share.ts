import { isSameList } from '../../same-list'

/**
 * `after`, made of as much of `before` as is equal: it is `before` itself if nothing differs. Both are
 * trees of plain values. Costs nothing where they are the same objects.
 */
export function share<T>(before: unknown, after: T): T {
  if (before === after || !isObject(before) || !isObject(after)) return after
  if (Array.isArray(after)) return Array.isArray(before) ? (shareList(before, after) as T) : after
  return Array.isArray(before) ? after : (shareRecord(before, after) as T)
}

type Plain = Record<string, unknown>

function shareRecord(before: Plain, after: Plain): Plain {
  let isSame = true
  let result: Plain | null = null
  for (const key in after) {
    const own = after[key]
    const value = share(before[key], own)
    if (value !== before[key] || !(key in before)) isSame = false
    if (value === own) continue
    result ??= { ...after }
    result[key] = value
  }
  if (isSame) for (const key in before) if (!(key in after)) isSame = false
  return isSame ? before : (result ?? after)
}

/** Lists whose items stand at the same places. */
function shareList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  let isSame = before.length === after.length
  let result: unknown[] | null = null
  const common = Math.min(before.length, after.length)
  for (let place = 0; place < common; place += 1) {
    const own = after[place]
    const value = share(before[place], own)
    if (value !== before[place]) isSame = false
    if (value === own) continue
    result ??= after.slice()
    result[place] = value
  }
  return isSame ? before : (result ?? after)
}

/** `before` if it holds the same objects. */
export function sameList<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return isSameList(before, after) ? before : after
}

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null
