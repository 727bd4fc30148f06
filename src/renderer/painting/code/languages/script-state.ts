/** What is open around a place in a script, the innermost first. Immutable. */
export type Frame =
  | {
      readonly kind: 'code' | 'comment' | 'template' | 'tag' | 'children'
      readonly up: Frame | null
    }
  | { readonly kind: 'string'; readonly quote: string; readonly up: Frame | null }

type NewFrame = Frame extends infer Kind ? (Kind extends Frame ? Omit<Kind, 'up'> : never) : never

export interface ScriptState {
  frame: Frame
  /** An operand has just ended: a slash divides and an angle compares. */
  operand: boolean
  /** The last word or sign that was no operand: it tells what a name is. */
  before: string
}

export function push(state: ScriptState, frame: NewFrame): void {
  state.frame = { ...frame, up: state.frame }
}

export function pop(state: ScriptState): void {
  if (state.frame.up !== null) state.frame = state.frame.up
}
