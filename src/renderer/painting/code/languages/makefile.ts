import type { LineParser } from '../line-parser'

interface MakefileState {
  /** A comment goes on after a backslash at the end of its line. */
  inComment: boolean
}

const directive =
  /^(?:ifeq|ifneq|ifdef|ifndef|else|endif|include|-include|sinclude|define|endef|export|unexport|override|private|vpath|undefine)\b/

export const makefile: LineParser<MakefileState> = {
  startState: () => ({ inComment: false }),
  blankLine: (state) => {
    state.inComment = false
  },
  token(stream, state) {
    if (state.inComment || stream.match(/^#/)) {
      state.inComment = stream.string.endsWith('\\')
      stream.skipToEnd()
      return 'comment'
    }
    const isRecipe = stream.string.startsWith('\t')
    const lineStart = stream.string.slice(0, stream.pos).trim() === ''
    if (stream.eatSpace()) return null
    if (stream.match(/^\$(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\{[^{}]*\}|[@<^+*?%|$])/)) return 'atom'
    if (stream.match(/^"(?:\\.|[^"\\])*"?/) || stream.match(/^'[^']*'?/)) return 'string'
    if (lineStart && !isRecipe) {
      if (stream.match(directive)) return 'keyword'
      if (stream.match(/^\.[A-Z_]+(?=\s*:)/)) return 'keyword'
      if (stream.match(/^[\w.-]+(?=\s*(?:[:+?!]|::)?=)/)) return 'variable'
      if (stream.match(/^[^\s:=#$][^:=#$]*(?=::?(?:\s|$))/)) return 'def'
    }
    stream.next()
    stream.match(/^[^\s$"'#]+/)
    return null
  },
}
