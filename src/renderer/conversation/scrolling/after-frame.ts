export interface AfterFrame {
  /** Any number of times in a frame is once. */
  readonly ask: () => void
  readonly callOff: () => void
}

/** Calls after the next frame, when every height is known and asking where something is costs nothing. */
export function afterFrame(call: () => void): AfterFrame {
  let request: number | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    ask() {
      request ??= requestAnimationFrame(() => {
        timer = setTimeout(() => {
          request = null
          call()
        }, 0)
      })
    },
    callOff() {
      if (request !== null) cancelAnimationFrame(request)
      clearTimeout(timer)
      request = null
    },
  }
}
