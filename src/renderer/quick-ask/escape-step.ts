export type EscapeStep = 'stop' | 'clear' | 'hide'

/** What Esc does next: first it stops, then it clears, then it hides. */
export function escapeStep(state: {
  readonly running: boolean
  readonly hasText: boolean
  readonly hasExchange: boolean
}): EscapeStep {
  if (state.running) return 'stop'
  return state.hasText || state.hasExchange ? 'clear' : 'hide'
}
