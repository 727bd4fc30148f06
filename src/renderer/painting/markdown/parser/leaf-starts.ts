import { fenceStart, headingStart, isRule, mathStart, underlineLevel } from './block-starts'
import { addLeaf } from './close-blocks'
import { openIn } from './containers'
import type { LineCursor } from './line-cursor'
import type { LineOptions } from './line-options'
import { openMath } from './math-blocks'
import { headingOfParagraph } from './paragraphs'
import { type State, wordsAt } from './state'
import { openTable } from './tables'

/** Whether the line was a whole block or began one that takes no other blocks in. */
export function takeLeafStart(
  state: State,
  cursor: LineCursor,
  index: number,
  inParagraph: boolean,
  { unfinished, plainMath = false }: LineOptions,
): boolean {
  const { rest, number, end } = cursor
  const start = cursor.place
  const place = { start, end, endLine: number, remembered: null }

  const heading = headingStart(rest)
  if (heading !== null) {
    openIn(state, index, number)
    const words = wordsAt(state, start)
    addLeaf(state, { kind: 'heading', ...place, ...heading, words, atEnd: unfinished })
    return true
  }
  const fence = fenceStart(rest)
  if (fence !== null) {
    const { info, ...marks } = fence
    openIn(state, index, number)
    const indented = { ...marks, indent: cursor.indent }
    state.leaf = { kind: 'code', ...place, fence: indented, info, lines: [], closed: false }
    return true
  }
  const level = inParagraph ? underlineLevel(rest) : null
  if (level !== null && headingOfParagraph(state, level, cursor)) return true
  if ('-*_'.includes(rest.charAt(0)) && isRule(rest)) {
    openIn(state, index, number)
    addLeaf(state, { kind: 'rule', ...place })
    return true
  }
  if (inParagraph && openTable(state, cursor)) return true
  const math = plainMath ? null : mathStart(rest, inParagraph)
  if (math === null) return false
  openMath(state, index, math, cursor, { inParagraph, unfinished })
  return true
}

export function openIndentedCode(state: State, cursor: LineCursor, index: number): null {
  const { place: start, end, number: endLine } = cursor
  openIn(state, index, endLine)
  cursor.skipColumns(4)
  const lines = [cursor.raw]
  const leaf = { fence: null, info: '', lines, closed: false, remembered: null }
  state.leaf = { kind: 'code', start, end, endLine, ...leaf }
  return null
}

/** What is nested too deeply. */
export function openPlain(state: State, cursor: LineCursor, index: number): null {
  const { place: start, end, number: endLine } = cursor
  openIn(state, index, endLine)
  state.leaf = { kind: 'plain', start, end, endLine, text: cursor.raw, remembered: null }
  return null
}
