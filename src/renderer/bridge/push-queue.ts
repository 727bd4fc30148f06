/** Keeps what is pushed until the first listener is there, then hands everything to it. */
export interface PushQueue<Value> {
  readonly push: (value: Value) => void
  readonly listen: (listener: (value: Value) => void) => () => void
}

export function createPushQueue<Value>(): PushQueue<Value> {
  let current: ((value: Value) => void) | null = null
  let waiting: Value[] = []
  return {
    push(value) {
      if (current === null) waiting.push(value)
      else current(value)
    },
    listen(listener) {
      current = listener
      const kept = waiting
      waiting = []
      for (const value of kept) listener(value)
      return () => {
        if (current === listener) current = null
      }
    },
  }
}
