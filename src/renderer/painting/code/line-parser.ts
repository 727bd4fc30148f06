import { indentUnit, type LineStream } from './line-stream'

/**
 * Reads a language a line at a time and keeps what it has to know between lines in a state: the part
 * of CodeMirror's interface `StreamParser` that colouring needs
 * (https://codemirror.net/docs/ref/#language.StreamParser).
 */
export interface LineParser<State extends object = object> {
  readonly startState?: (indentUnit: number) => State
  /**
   * Reads one token, moves the stream past it, and returns its names: separated by spaces, each with
   * modifiers behind points. May read nothing if that changes the state.
   */
  token(stream: LineStream, state: State): string | null | undefined
  /** Called before each line, by parsers that would remember something beside their state. */
  beginLine?(): void
  blankLine?(state: State, indentUnit: number): void
  copyState?(state: State): State
}

/** What stands before the first line. */
export function startOf(parser: LineParser): object {
  return parser.startState?.(indentUnit) ?? {}
}

/** Unless the parser knows better: one level deep, and the arrays in it. */
export function copyOf(parser: LineParser, state: object): object {
  if (parser.copyState !== undefined) return parser.copyState(state)
  const copy: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(state)) {
    copy[name] = Array.isArray(value) ? value.slice() : value
  }
  return copy
}
