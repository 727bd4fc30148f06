/** Spreads work over frames, so that much of it at once holds up none of them. */
export interface FramePace {
  /**
   * Does it now when this frame has time left, otherwise in a later one.
   * @returns takes it back when it has not been done
   */
  readonly run: (work: () => void) => () => void
}

export interface Surroundings {
  /** In milliseconds. */
  readonly now: () => number
  readonly nextFrame: (call: () => void) => void
  /** How long the work of one frame may take, in milliseconds; the last piece may exceed it. */
  readonly budget: number
}

export function createFramePace({ now, nextFrame, budget }: Surroundings): FramePace {
  const later = new Set<() => void>()
  let spent = 0
  let isFrameAwaited = false

  const perform = (work: () => void): void => {
    const start = now()
    work()
    spent += now() - start
  }
  const awaitFrame = (): void => {
    if (isFrameAwaited) return
    isFrameAwaited = true
    nextFrame(() => {
      isFrameAwaited = false
      spent = 0
      for (const work of later) {
        if (spent >= budget) break
        later.delete(work)
        perform(work)
      }
      if (later.size > 0) awaitFrame()
    })
  }
  return {
    run(work) {
      awaitFrame()
      if (spent < budget && later.size === 0) {
        perform(work)
        return () => {}
      }
      later.add(work)
      return () => later.delete(work)
    },
  }
}
