import {
  fenceStart,
  footnoteStart,
  headingStart,
  isFenceEnd,
  isRule,
  markerStart,
  mathStart,
  underlineLevel,
} from './block-starts'
import { addLeaf, closeAbove, closeLeaf } from './close-blocks'
import {
  continues,
  deepest,
  openFootnote,
  openIn,
  openItem,
  openQuote,
  takeQuoteSign,
} from './containers'
import { normalizeLabel } from './inlines/link-parts'
import type { LineCursor } from './line-cursor'
import { mathGoesOn, openMath, takeMathLine } from './math-blocks'
import { addParagraphLine, headingOfParagraph } from './paragraphs'
import { forkLeaf, innermost, type State, wordsAt } from './state'
import { addRow, openTable } from './tables'
import { isFenceEndBegun, isUnfinishedMarker } from './unfinished-marker'
import { expectedOf, startsItem } from './unfinished-paragraph'

export interface LineOptions {
  /** The line has no end yet, and may go on. */
  readonly unfinished: boolean
  /** The containers up to this one of the stack have taken their signs already. */
  readonly from?: number
  /** Formulas are taken for ordinary text. */
  readonly plainMath?: boolean
}

/** What is left out of the document: the part of an unfinished line behind the signs of containers. */
export interface Held {
  readonly rest: string
}

/**
 * Takes in one line, as in https://spec.commonmark.org/0.31.2/#phase-1-block-structure. Returns what
 * it holds back because it may become a marker; the state is then of no use.
 */
export function takeLine(state: State, cursor: LineCursor, options: LineOptions): Held | null {
  let matched = options.from ?? 0
  for (;;) {
    const next = state.stack[matched + 1]
    if (next === undefined) break
    const isEmpty = next.children.length === 0 && matched + 2 === state.stack.length && !state.leaf
    if (!continues(next, cursor, isEmpty)) break
    matched += 1
  }
  if (options.unfinished && cursor.blank) return { rest: '' }
  const isAllMatched = matched === state.stack.length - 1

  const { leaf } = state
  if (leaf?.kind === 'math') {
    const contradicts = isAllMatched && !cursor.blank
    if (contradicts && mathGoesOn(leaf, cursor)) return takeMathLine(state, leaf, cursor, options)
    takeBackMath(state)
    return takeLine(state, cursor.restart(), { ...options, plainMath: contradicts })
  }
  if (isAllMatched && leaf !== null) {
    const taken = continueLeaf(state, cursor, options)
    if (taken !== 'no') return taken
  }
  return takeStarts(state, cursor, matched, options)
}

/** The lines of an open formula that does not end where it should: they are ordinary text. */
export function takeBackMath(state: State): void {
  const { leaf } = state
  if (leaf?.kind !== 'math') return
  const index = state.stack.length - 1
  const container = innermost(state)
  container.children.length = leaf.before.children
  state.definitions.length = leaf.before.definitions
  const { paragraph } = leaf.before
  // Other states may still need both as they are.
  state.leaf = paragraph === null ? null : forkLeaf(paragraph)
  for (const line of leaf.lines) {
    takeLine(state, line.copy(), { unfinished: false, plainMath: true, from: index })
  }
}

function continueLeaf(
  state: State,
  cursor: LineCursor,
  { unfinished }: LineOptions,
): Held | null | 'no' {
  const { leaf } = state
  if (leaf?.kind === 'plain') leaf.lines.push(cursor.raw)
  else if (leaf?.kind === 'code' && leaf.fence !== null) {
    const { mark, length, indent } = leaf.fence
    const mayEnd = cursor.indent < 4 && cursor.text[cursor.nextOffset] === mark
    if (unfinished && mayEnd && isFenceEndBegun(cursor.rest, mark)) return { rest: cursor.rest }
    if (mayEnd && isFenceEnd(cursor.rest, mark, length)) {
      leaf.end = cursor.end
      leaf.endLine = cursor.number
      closeLeaf(state)
      return null
    }
    cursor.skipColumns(indent)
    leaf.lines.push(cursor.raw)
  } else if (leaf?.kind === 'code' && (cursor.indent >= 4 || cursor.blank)) {
    cursor.skipColumns(4)
    leaf.lines.push(cursor.raw)
    if (cursor.blank) return null
  } else return 'no'
  leaf.end = cursor.end
  leaf.endLine = cursor.number
  return null
}

function takeStarts(
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
      const isHeld = isUnfinishedMarker(rest, {
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
  else if (inTable && state.leaf?.kind === 'table') addRow(state.leaf, cursor, unfinished)
  else {
    openIn(state, index, number)
    addParagraphLine(state, null, cursor, unfinished)
  }
  return null
}

/** Spares most lines the rest. */
const mayStart = (rest: string) => /^[>#`~=_*+\d[$\\|:-]/.test(rest)

function isTooDeep(state: State, index: number): boolean {
  const container = state.stack[index]
  return container !== undefined && container.kind !== 'list' && container.depth >= deepest
}

/** Whether the line was a whole block or began one that takes no other blocks in. */
function takeLeafStart(
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
  if (isRule(rest) && /^[-*_]/.test(rest)) {
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

function openIndentedCode(state: State, cursor: LineCursor, index: number): null {
  const { place: start, end, number: endLine } = cursor
  openIn(state, index, endLine)
  cursor.skipColumns(4)
  const lines = [cursor.raw]
  const leaf = { fence: null, info: '', lines, closed: false, remembered: null }
  state.leaf = { kind: 'code', start, end, endLine, ...leaf }
  return null
}

function openPlain(state: State, cursor: LineCursor, index: number): null {
  const { place: start, end, number: endLine } = cursor
  openIn(state, index, endLine)
  state.leaf = { kind: 'plain', start, end, endLine, lines: [cursor.raw], remembered: null }
  return null
}
