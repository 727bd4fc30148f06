import type { MarkdownIt } from 'markdown-it'

/** Below what the parser goes down to: there it would leave out what is deeper. */
const deepest = 90

/** What is nested too deeply to be drawn as it is meant is a token `plain_text`. */
export function plainDepths(parser: MarkdownIt): void {
  parser.block.ruler.before('table', 'plain_text', (state, startLine, endLine, silent) => {
    if (silent || state.level < deepest) return false
    let line = startLine
    while (
      line < endLine &&
      (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent)
    ) {
      line += 1
    }
    const token = state.push('plain_text', '', 0)
    token.content = state.getLines(startLine, line, state.blkIndent, false).trim()
    token.map = [startLine, line]
    state.line = line
    return true
  })
}
