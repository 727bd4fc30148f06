export interface BoundedMemory<Value> {
  readonly get: (key: string) => Value | undefined
  readonly set: (key: string, value: Value) => void
}

/** Remembers values up to that weight in all, and forgets what was not asked for the longest. */
export function createBoundedMemory<Value>(
  mostWeight: number,
  weightOf: (key: string, value: Value) => number,
): BoundedMemory<Value> {
  const values = new Map<string, Value>()
  let weight = 0
  const take = (key: string): Value | undefined => {
    const value = values.get(key)
    if (value === undefined) return undefined
    values.delete(key)
    weight -= weightOf(key, value)
    return value
  }
  // A map keeps the order in which its keys came: the last is the one used last.
  const put = (key: string, value: Value): void => {
    values.set(key, value)
    weight += weightOf(key, value)
  }
  return {
    get(key) {
      const value = take(key)
      if (value !== undefined) put(key, value)
      return value
    },
    set(key, value) {
      take(key)
      put(key, value)
      for (const oldest of values.keys()) {
        if (weight <= mostWeight) return
        take(oldest)
      }
    },
  }
}
