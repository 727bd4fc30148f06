import type { MarkdownIt, StateBlock, Token } from 'markdown-it'
import { originalRule } from './original-rule'

/** A row of a table keeps its cells behind the last column, which the parser leaves out. */
export function wideRows(parser: MarkdownIt): void {
  const table = originalRule('table')
  parser.block.ruler.at(
    'table',
    (state, startLine, endLine, silent) => {
      const first = state.tokens.length
      if (!table(state, startLine, endLine, silent)) return false
      if (silent) return true
      const tokens = state.tokens.splice(first)
      const columns = tokens.filter(({ type }) => type === 'th_open').length
      let line = startLine
      for (const token of tokens) {
        if (token.type === 'tr_open') line = token.map?.[0] ?? line
        if (token.type === 'tr_close' && line > startLine) {
          for (const cell of cellsOf(state, line).slice(columns)) {
            state.tokens.push(...cellTokens(state, cell, token.level + 1))
          }
        }
        state.tokens.push(token)
      }
      return true
    },
    { alt: ['paragraph', 'reference'] },
  )
}

/** As the parser splits a line. */
function cellsOf({ src, bMarks, tShift, eMarks }: StateBlock, line: number): readonly string[] {
  const start = (bMarks[line] ?? 0) + (tShift[line] ?? 0)
  const cells = src
    .slice(start, eMarks[line])
    .trim()
    .split(/(?<!\\)\|/)
  if (cells[0] === '') cells.shift()
  if (cells.at(-1) === '') cells.pop()
  return cells.map((cell) => cell.replaceAll('\\|', '|').trim())
}

function cellTokens({ Token }: StateBlock, content: string, level: number): Token[] {
  return [
    Object.assign(new Token('td_open', 'td', 1), { level, block: true }),
    Object.assign(new Token('inline', '', 0), {
      content,
      level: level + 1,
      block: true,
      children: [],
    }),
    Object.assign(new Token('td_close', 'td', -1), { level, block: true }),
  ]
}
