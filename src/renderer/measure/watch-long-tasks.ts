/** Calls with the length of each task that holds the page up for 50 ms or more, in milliseconds. */
export function watchLongTasks(onTask: (end: number, length: number) => void): () => void {
  const observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) onTask(startTime + duration, duration)
  })
  observer.observe({ type: 'longtask' })
  return () => observer.disconnect()
}
