import type { LineParser } from '../line-parser'

interface JsonState {
  inComment: boolean
}

/** JSON, with the comments that files of settings have. */
export const json: LineParser<JsonState> = {
  startState: () => ({ inComment: false }),
  token(stream, state) {
    if (state.inComment || stream.match('/*')) {
      state.inComment = !stream.skipTo('*/')
      if (state.inComment) stream.skipToEnd()
      else stream.pos += 2
      return 'comment'
    }
    if (stream.eatSpace()) return null
    if (stream.match(/^\/\/.*/)) return 'comment'
    if (stream.match(/^"(?:\\.|[^"\\])*"?/)) return stream.match(/^\s*:/, false) ? 'def' : 'string'
    if (stream.match(/^'(?:\\.|[^'\\])*'?/)) return 'string'
    if (stream.match(/^[+-]?(?:\d[\d.]*|\.\d+)(?:[eE][+-]?\d+)?/)) return 'number'
    if (stream.match(/^(?:true|false|null|NaN|Infinity)\b/)) return 'atom'
    if (stream.match(/^[\w$]+/)) return stream.match(/^\s*:/, false) ? 'def' : null
    stream.next()
    return null
  },
}
