interface SliceOptions {
  /** Milliseconds that one slice may take. */
  readonly budget: number
  readonly now: () => number
  /** Calls later, after what the window has to do meanwhile; returns how to call it off. */
  readonly later: (run: () => void) => () => void
}

/**
 * Goes through steps without holding the window up: after the budget the rest comes later.
 *
 * @returns stops it; `done` is not called then
 */
export function inSlices(
  steps: Iterator<unknown>,
  done: () => void,
  { budget, now, later }: SliceOptions,
): () => void {
  let callOff = () => {}
  function slice() {
    const end = now() + budget
    do {
      if (steps.next().done === true) return done()
    } while (now() < end)
    callOff = later(slice)
  }
  slice()
  return () => callOff()
}
