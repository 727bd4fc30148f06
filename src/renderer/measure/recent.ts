/** Values of the last while. Times in milliseconds of one clock, never falling. */
export interface Recent<Value> {
  readonly note: (at: number, value: Value) => void
  readonly read: (now: number) => readonly Value[]
}

/** Forgets what is older than `span`. */
export function createRecent<Value>(span: number): Recent<Value> {
  let kept: { readonly at: number; readonly value: Value }[] = []
  return {
    note(at, value) {
      kept.push({ at, value })
    },
    read(now) {
      kept = kept.filter(({ at }) => at > now - span)
      return kept.map(({ value }) => value)
    },
  }
}
