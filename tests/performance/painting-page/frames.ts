/** The times of the frames, in milliseconds, between now and the call of what it gives. */
export function watchFrames(): () => readonly number[] {
  const times: number[] = []
  let watching = true
  function onFrame(now: number): void {
    if (!watching) return
    times.push(now)
    requestAnimationFrame(onFrame)
  }
  requestAnimationFrame(onFrame)
  return () => {
    watching = false
    return times.slice(1).map((time, index) => time - (times[index] ?? time))
  }
}

/** Lengths of the tasks over 50 ms, in milliseconds, between now and the call of what it gives. */
export function watchLongTasks(): () => Promise<readonly number[]> {
  const lengths: number[] = []
  const take = (entries: PerformanceEntryList) =>
    lengths.push(...entries.map(({ duration }) => duration))
  const observer = new PerformanceObserver((list) => take(list.getEntries()))
  observer.observe({ entryTypes: ['longtask'] })
  return async () => {
    // A task is told of after it has ended.
    await nextTask()
    await nextTask()
    take(observer.takeRecords())
    observer.disconnect()
    return lengths
  }
}

/** The time of the next frame, before it is drawn. */
export function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}

/** Resolves behind what the browser is about to do, such as drawing the frame. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
