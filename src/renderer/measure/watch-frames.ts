/** Calls at every animation frame until the returned function is called; `interrupt` after a pause. */
export function watchFrames(onFrame: (at: number) => void, interrupt: () => void): () => void {
  let request = requestAnimationFrame(next)
  function next(at: number) {
    onFrame(at)
    request = requestAnimationFrame(next)
  }
  document.addEventListener('visibilitychange', interrupt)
  return () => {
    cancelAnimationFrame(request)
    document.removeEventListener('visibilitychange', interrupt)
  }
}
