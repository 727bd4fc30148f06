/** Calls at every animation frame until the returned function is called. */
export function watchFrames(onFrame: (at: number) => void): () => void {
  let request = requestAnimationFrame(next)
  function next(at: number) {
    onFrame(at)
    request = requestAnimationFrame(next)
  }
  return () => cancelAnimationFrame(request)
}
