import { countCells, findOpenTable } from './open-construct'

/** Starts of lines that never stand in the middle of one. */
const block = /^(?:#{1,6} \S|[-+] \S|\d{1,3}[.)] \S|(?:`{3,}|~{3,})[^`\n]*\n|> \S)/u
const heading = /^(?:#{1,6} \S|`{3,}|~{3,}|> )/u
const sentenceEnd = /[\p{L})\]"”’*_`][.!?:]["”’)*_]*$/u

/**
 * The white space that a model left out at the seam, as far as that is certain; mostly none. Called
 * for text outside of code only.
 */
export function findMissingBreak(tail: string, said: string): string {
  if (tail === '' || /\s$/u.test(tail) || /^\s/u.test(said)) return ''
  if (startsRow(tail, said)) return '\n'
  if (block.test(said) && sentenceEnd.test(tail)) return heading.test(said) ? '\n\n' : '\n'
  const word = /\p{Ll}{3,}[.!?]$/u.test(tail)
  return word && /^\p{Lu}\p{Ll}*\s\p{Ll}/u.test(said) ? ' ' : ''
}

/** The open table ends with a whole row, and a whole row follows. */
function startsRow(tail: string, said: string): boolean {
  const next = /^\|.*\|(?=\s*(?:\n|$))/u.exec(said)?.[0]
  if (next === undefined) return false
  const rows = findOpenTable(tail)
  if (rows.length === 1 && !/^[|:\s-]+$/u.test(next)) return false
  const [header = ''] = rows
  const row = rows.at(-1)
  const cells = countCells(header)
  if (row === next) return false
  return row?.endsWith('|') === true && countCells(row) === cells && countCells(next) === cells
}
