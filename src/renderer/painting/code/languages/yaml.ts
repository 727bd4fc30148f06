import type { LineParser } from '../line-parser'
import type { LineStream } from '../line-stream'

interface YamlState {
  /** The indentation of the line whose value is a block of text; -1 for none. */
  block: number
  /** The sign that ends a quoted value over lines, empty for none. */
  quote: string
  /** How many brackets are open: there a comma ends a value. */
  depth: number
}

const key =
  /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^\s#&*!|>'"%@`,[\]{}-][^#,[\]{}]*?|-[^\s#][^#]*?)(?=\s*:(?:\s|$))/
const keyInBrackets = /^(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*'|[^\s,[\]{}:#]+)(?=\s*:(?:\s|$))/
const number =
  /^[+-]?(?:0x[\da-f]+|0o[0-7]+|(?:\d[\d_]*)?\.?\d+(?:e[+-]?\d+)?|\.inf|\.nan)(?=\s*(?:$|[,\]}]|\s#))/i
const atom = /^(?:true|false|yes|no|on|off|null|~)(?=\s*(?:$|[,\]}]|\s#))/i

export const yaml: LineParser<YamlState> = {
  startState: () => ({ block: -1, quote: '', depth: 0 }),
  token(stream, state) {
    if (stream.sol() && state.block >= 0) {
      if (stream.indentation() > state.block) {
        stream.skipToEnd()
        return 'string'
      }
      state.block = -1
    }
    if (state.quote !== '') return readQuoted(stream, state)
    // Nothing is so deep at the margin: a bracket was never closed.
    if (stream.sol() && /^[\w-]+:(?:\s|$)/.test(stream.string)) state.depth = 0
    const afterSpace = stream.eatSpace() || stream.sol()
    if (stream.pos > stream.start) return null
    const first = stream.pos === 0 || /[\s,[{]/.test(stream.string[stream.pos - 1] ?? '')
    if ((afterSpace || first) && stream.match(/^#.*/)) return 'comment'
    if (stream.sol() && stream.match(/^(?:---|\.\.\.)(?=\s|$)|^%.*/)) return 'meta'
    if (first && stream.match(/^[-?](?=\s|$)/)) return null
    if (first && stream.match(state.depth > 0 ? keyInBrackets : key)) return 'def'
    if (first && stream.match(/^[&*!][^\s,[\]{}]*/)) return 'meta'
    if (first && stream.match(/^[|>][-+\d]*(?=\s*(?:#|$))/)) {
      state.block = stream.indentation()
      return 'keyword'
    }
    const quote = first ? stream.eat(/["']/) : undefined
    if (quote !== undefined) {
      state.quote = quote
      return readQuoted(stream, state)
    }
    if (first && stream.match(number)) return 'number'
    if (first && stream.match(atom)) return 'atom'
    const sign = stream.next() ?? ''
    if (sign === '[' || sign === '{') state.depth += 1
    else if (sign === ']' || sign === '}') state.depth = Math.max(0, state.depth - 1)
    else stream.match(state.depth > 0 ? /^[^\s,[\]{}]+/ : /^\S+/)
    return null
  },
}

function readQuoted(stream: LineStream, state: YamlState): string {
  const ended = stream.match(state.quote === '"' ? /^(?:\\.|[^"\\])*"/ : /^(?:''|[^'])*'(?!')/)
  if (ended === null) stream.skipToEnd()
  else state.quote = ''
  return 'string'
}
