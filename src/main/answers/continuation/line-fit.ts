import { findOpenFence } from './open-construct'

/** Bits by which each speaks against the text. */
const unbalanced = 3
const wideSpace = 3
const crookedBrace = 5
const doubledWord = 6
const oddIndentation = 5
const notDeeper = 5
const unlikeItsList = 4
const noBlankLine = 4
const crookedFence = 16
const skippedNumber = 40

/** How much the line at the seam speaks against joining `tail` and `said`, in bits. */
export function misfitOfLine(tail: string, said: string): number {
  const before = tail.slice(tail.lastIndexOf('\n') + 1)
  const newline = said.indexOf('\n')
  const after = newline === -1 ? said : said.slice(0, newline)
  const seam = (/\s*$/u.exec(before)?.[0] ?? '') + (/^[ \t]*/u.exec(after)?.[0] ?? '')
  let bits = endsBlock(tail) && !said.startsWith('\n') ? noBlankLine : 0
  if (/^\s*(?:`{2}(?=[^`\s]+$)|`{5,})/u.test(before + after)) bits += crookedFence
  if (skipsNumber(tail, before, after)) bits += skippedNumber
  if (newline !== -1 && hasOpenBracket(before + after)) bits += unbalanced
  if (seam.length > 1 && before.trim() !== '' && after.trim() !== '') bits += wideSpace
  if (repeatsWord(before, after)) bits += doubledWord
  const indented = before.trim() === '' && after.trim() !== ''
  if (indented && seam.length % 2 === 1 && isEvenlyIndented(tail, said)) bits += oddIndentation
  const opened = indented ? indentationOf(tail, /[{([]$/u) : null
  if (opened !== null && seam.length <= opened && !/^\s*[})\]]/u.test(after)) bits += notDeeper
  const listed = indented ? indentationOf(tail, /,$/u) : null
  if (listed !== null && seam.length !== listed) bits += unlikeItsList
  if (before.trim() === '' && after.trimStart().startsWith('}')) {
    const indentation = indentationOfOpenBrace(tail)
    if (indentation !== null && indentation !== seam.length) bits += crookedBrace
  }
  return bits
}

/** The item whose number was cut is far from the one before it: `2.` and then `33.`. */
function skipsNumber(tail: string, before: string, after: string): boolean {
  const indentation = /^(\s*)\d+$/u.exec(before)?.[1]
  const number = /^\s*(\d+)[.)]\s/u.exec(before + after)?.[1]
  if (indentation === undefined || number === undefined) return false
  const last = tail.match(new RegExp(`^${indentation}\\d{1,4}(?=[.)]\\s)`, 'gmu'))?.at(-1)
  return last !== undefined && Number(number) > Number(last) + 1
}

/** A line of code may close what another opened, but hardly ever ends with round brackets that do not pair. */
function hasOpenBracket(line: string): boolean {
  return line.split('(').length !== line.split(')').length
}

/** "are are", across a space; what a language doubles ("that that") is rarer than a repetition. */
function repeatsWord(before: string, after: string): boolean {
  const word = /(?:^|[^\p{L}\p{N}])(\p{L}{2,})\s*$/u.exec(before)?.[1]
  const next = /^\s*(\p{L}{2,})(?![\p{L}\p{N}])/u.exec(after)?.[1]
  return word !== undefined && word === next && (/\s$/u.test(before) || /^\s/u.test(after))
}

/** How far the line is indented whose brace is the last one open; null when none is. */
function indentationOfOpenBrace(tail: string): number | null {
  let closed = 0
  for (let index = tail.length - 1; index >= 0; index -= 1) {
    const character = tail[index]
    if (character === '}') closed += 1
    if (character !== '{') continue
    if (closed === 0) {
      const line = tail.slice(tail.lastIndexOf('\n', index) + 1, index)
      return line.length - line.trimStart().length
    }
    closed -= 1
  }
  return null
}

function isEvenlyIndented(tail: string, said: string): boolean {
  const lines = `${tail.slice(0, tail.lastIndexOf('\n') + 1)}${said.slice(said.indexOf('\n') + 1)}`
  const indented = lines.match(/^ +(?=\S)/gmu) ?? []
  return indented.length > 0 && indented.every(({ length }) => length % 2 === 0)
}

/** How far the line before is indented, when it ends so; null otherwise. */
function indentationOf(tail: string, end: RegExp): number | null {
  const line = /(?:^|\n)([^\n]*\S[^\n]*)\n[ \t]*$/u.exec(tail)?.[1]
  return line !== undefined && end.test(line) ? line.length - line.trimStart().length : null
}

/** After a code block and after a heading comes a blank line. */
function endsBlock(tail: string): boolean {
  if (!/(?:^|\n)(?:`{3,}|#{1,6} [^\n]+)\n$/u.test(tail)) return false
  return findOpenFence(tail) === null
}
