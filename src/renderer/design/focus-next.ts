/** Moves the focus into what is drawn next: to the first of the candidates that can take it. */
export function focusNext(
  candidates: () => readonly (Element | null | undefined)[],
  options: FocusOptions = {},
): void {
  // What was done is drawn before the next frame.
  requestAnimationFrame(() => {
    for (const element of candidates()) {
      if (!(element instanceof HTMLElement) || !element.isConnected) continue
      element.focus(options)
      if (document.activeElement === element) return
    }
  })
}
