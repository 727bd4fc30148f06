import type { LineParser } from '../line-parser'
import type { LineStream } from '../line-stream'

/** A piece of text between two signs. */
interface Span {
  readonly start: string
  readonly end: string
  readonly name: 'string' | 'comment' | 'meta'
  /** It may go on in the next line; else it ends with its own. */
  readonly lines?: boolean
  /** A backslash hides the sign after it. */
  readonly escapes?: boolean
}

export interface Grammar {
  /** Tried in this order before anything else: the longer first. */
  readonly spans: readonly Span[]
  /** Beginnings of comments that end with the line. */
  readonly lineComments?: readonly string[]
  /** Each matches at the beginning of what is left of the line. */
  readonly patterns?: readonly (readonly [RegExp, string])[]
  /** Matches a whole word at the beginning of what is left of the line. */
  readonly word?: RegExp
  readonly words: Readonly<Record<string, string>>
  readonly ignoresCase?: boolean
}

interface PlainState {
  /** The span that is open, as its place in the grammar; -1 for none. */
  open: number
}

const anyWord = /^[\p{L}_][\p{L}\p{N}_]*/u
const anyNumber = /^(?:0[xX][\da-fA-F_]+|0[bB][01_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)/

/** A parser for a language that is words, numbers, strings and comments. */
export function plainLexer(grammar: Grammar): LineParser<PlainState> {
  const { spans, lineComments = [], patterns = [], word = anyWord, ignoresCase = false } = grammar
  const words = new Map(Object.entries(grammar.words))

  return {
    startState: () => ({ open: -1 }),
    copyState: (state) => ({ ...state }),
    token(stream, state) {
      if (stream.sol() && spans[state.open]?.lines !== true) state.open = -1
      const open = spans[state.open]
      if (open !== undefined) return readSpan(stream, state, open)
      if (stream.eatSpace()) return null
      for (const [pattern, name] of patterns) if (stream.match(pattern)) return name
      for (const start of lineComments) {
        if (!stream.match(start)) continue
        stream.skipToEnd()
        return 'comment'
      }
      for (const [index, span] of spans.entries()) {
        if (!stream.match(span.start)) continue
        state.open = index
        return readSpan(stream, state, span)
      }
      if (stream.match(anyNumber)) return 'number'
      if (stream.match(word)) {
        const text = stream.current()
        return words.get(ignoresCase ? text.toLowerCase() : text) ?? null
      }
      stream.next()
      return null
    },
  }
}

function readSpan(stream: LineStream, state: PlainState, span: Span): string {
  while (!stream.eol()) {
    if (stream.match(span.end)) {
      state.open = -1
      break
    }
    if (stream.next() === '\\' && span.escapes === true) stream.next()
  }
  return span.name
}

/** A table of words: each group of words, separated by spaces, under the name of its token. */
export function wordTable(groups: Readonly<Record<string, string>>): Record<string, string> {
  const table: Record<string, string> = {}
  for (const [name, group] of Object.entries(groups)) {
    for (const word of group.split(' ')) table[word] = name
  }
  return table
}
