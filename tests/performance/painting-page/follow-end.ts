/** Keeps the end of the growing text in view, as `useFollowing` does. */
export function followEnd(): void {
  const view = document.querySelector('.conversation-scroll')
  const content = document.querySelector('.conversation-log')
  if (view === null || content === null) throw new Error('The page has no column')
  const observer = new ResizeObserver(() => {
    view.scrollTop = view.scrollHeight
  })
  observer.observe(content)
}
