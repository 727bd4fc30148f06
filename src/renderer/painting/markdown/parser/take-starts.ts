import { footnoteStart, markerStart } from './block-starts'
import { closeAbove } from './close-blocks'
import { deepest, openFootnote, openIn, openItem, openQuote, takeQuoteSign } from './containers'
import { normalizeLabel } from './inlines/link-parts'
import { openIndentedCode, openPlain, takeLeafStart } from './leaf-starts'
import type { LineCursor } from './line-cursor'
import type { Held, LineOptions } from './line-options'
import { addParagraphLine } from './paragraphs'
import type { State } from './state'
import { addRow, isFull } from './tables'
import { isUnfinishedMarker } from './unfinished-marker'
import { expectedOf, startsItem } from './unfinished-paragraph'

/** Opens the blocks that the line begins, and takes the rest of it into the innermost. */
export function takeStarts(
  state: State,
  cursor: LineCursor,
  matched: number,
  options: LineOptions,
): Held | null {
  const { unfinished } = options
  let index = matched
  const goesOn = index === state.stack.length - 1 && !cursor.blank ? state.leaf : null
  let inParagraph = goesOn?.kind === 'paragraph'
  let inTable = goesOn?.kind === 'table'
  const { number } = cursor

  while (!cursor.blank) {
    if (cursor.indent >= 4) {
      if (state.leaf?.kind === 'paragraph') break
      return openIndentedCode(state, cursor, index)
    }
    const { rest } = cursor
    if (unfinished) {
      const isNew = state.leaf?.kind !== 'paragraph'
      const expected = expectedOf(state.leaf)
      const isHeld =
        (mayStart(rest) || expected === 'title') &&
        isUnfinishedMarker(rest, {
          inParagraph,
          inTable,
          startsItem: isNew && startsItem(state, index),
          mayDefine: !inTable && (isNew || expected !== null),
          mayBeTitle: expected === 'title',
        })
      if (isHeld || expected === 'address') return { rest }
    }
    if (!mayStart(rest)) break
    const start = cursor.place
    const isDeep = isTooDeep(state, index)
    if (rest[0] === '>') {
      if (isDeep) return openPlain(state, cursor, index)
      takeQuoteSign(cursor)
      openQuote(state, index, start, number)
    } else {
      if (takeLeafStart(state, cursor, index, inParagraph, options)) return null
      const footnote = footnoteStart(rest)
      const marker = footnote === null ? markerStart(rest, inParagraph) : null
      if (footnote === null && marker === null) break
      if (isDeep) return openPlain(state, cursor, index)
      if (footnote !== null) {
        const label = normalizeLabel(footnote.label)
        cursor.skipMarks(footnote.length)
        openFootnote(state, index, { label, start }, cursor)
        cursor.skipColumns(cursor.indent)
      } else if (marker !== null) openItem(state, index, marker, cursor)
    }
    index = state.stack.length - 1
    inParagraph = false
    inTable = false
  }
  if (cursor.blank) {
    if (index !== matched && unfinished) return { rest: '' }
    if (index === matched) closeAbove(state, index)
    return null
  }
  if (state.leaf?.kind === 'paragraph') addParagraphLine(state, state.leaf, cursor, unfinished)
  else if (inTable && state.leaf?.kind === 'table' && !isFull(state.leaf)) {
    addRow(state.leaf, cursor, unfinished)
  } else {
    openIn(state, index, number)
    addParagraphLine(state, null, cursor, unfinished)
  }
  return null
}

/** Spares most lines the rest. */
const mayStart = (rest: string) => '>#`~=_*+0123456789[$\\|:-'.includes(rest.charAt(0))

function isTooDeep(state: State, index: number): boolean {
  const container = state.stack[index]
  return container !== undefined && container.kind !== 'list' && container.depth >= deepest
}
