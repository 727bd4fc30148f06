import type { LineParser } from '../line-parser'

interface MarkdownState {
  /** The fence that is open, empty for none. */
  fence: string
}

export const markdown: LineParser<MarkdownState> = {
  startState: () => ({ fence: '' }),
  token(stream, state) {
    if (stream.sol()) {
      const fence = /^\s*(`{3,}|~{3,})/.exec(stream.string)?.[1] ?? ''
      if (state.fence !== '') {
        if (fence.startsWith(state.fence) && stream.string.trim() === fence) state.fence = ''
        stream.skipToEnd()
        return 'string'
      }
      if (fence !== '') {
        state.fence = fence
        stream.skipToEnd()
        return 'string'
      }
      if (stream.match(/^#{1,6}(?:\s.*|$)/)) return 'heading'
      if (stream.match(/^\s*(?:[-*_]\s*){3,}$/)) return 'hr'
      if (stream.match(/^\s*>+/)) return 'comment'
      if (stream.match(/^\s*(?:[-*+]|\d{1,9}[.)])(?:\s+\[[ xX]\])?(?=\s|$)/)) return 'keyword'
    }
    if (stream.match(/^\\./)) return null
    if (stream.match(/^(`+)(?:(?!\1).)+\1/)) return 'string'
    if (stream.match(/^(\*\*|__)(?=\S).+?\1/)) return 'keyword'
    if (stream.match(/^!?\[[^\]]*\](?=\()/)) return 'heading'
    if (stream.match(/^\((?:https?:|mailto:|[./#])[^)\s]*\)/)) return 'url'
    if (stream.match(/^<!--.*?-->/)) return 'comment'
    stream.next()
    stream.match(/^[^\\`*_![(<]+/)
    return null
  },
}
