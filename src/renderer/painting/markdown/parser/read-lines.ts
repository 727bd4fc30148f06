import { closeAbove, giveDefinitions } from './close-blocks'
import { LineCursor } from './line-cursor'
import { isDefinitionBegun } from './link-definitions'
import { forkForView, forkState, innermost, type State, type Tail } from './state'
import { takeBackMath, takeLine } from './take-line'
import { isDelimiterRowBegun } from './unfinished-marker'

/**
 * Takes in the lines of a text that have their end, from where the state stands. The given state stays
 * as it is.
 */
export function takeLines(before: State, text: string, tail: Tail | null): State {
  let state: State | null = null
  let offset = before.offset
  const ends = lineEnds(text, offset)
  for (;;) {
    const found = ends(offset)
    if (found === null) break
    state ??= forkState(before, tail)
    takeLine(state, cursorAt(text.slice(offset, found.end), state), { unfinished: false })
    offset = found.next
    state.offset = offset
    state.line += 1
  }
  if (state?.leaf?.kind === 'paragraph') giveDefinitions(state, state.leaf, true)
  return state ?? before
}

/**
 * The blocks of a state and of a line without end behind it, as a root that holds all its children.
 * Of a text that goes on, what may become a marker is left out; of one that does not, all is closed.
 */
export function viewOfState(
  before: State,
  unfinishedLine: string,
  growing: boolean,
  tail: Tail | null,
): State {
  const line = unfinishedLine.endsWith('\r') ? unfinishedLine.slice(0, -1) : unfinishedLine
  let state = forkForView(before, tail)
  if (!growing) {
    if (line !== '') takeLine(state, cursorAt(line, state), { unfinished: false })
    takeBackMath(state)
    closeAbove(state, 0)
    return state
  }
  const held =
    line === '' ? { rest: '' } : takeLine(state, cursorAt(line, state), { unfinished: true })
  if (held !== null) {
    if (line !== '') state = forkForView(before, tail)
    holdBack(state, held.rest)
  }
  return nest(state)
}

/** Leaves out of the open paragraph what the line after it may turn into something else. */
function holdBack(state: State, rest: string): void {
  const { leaf } = state
  if (leaf?.kind !== 'paragraph') return
  if (leaf.content.startsWith('|', leaf.lastLine) && isDelimiterRowBegun(rest)) {
    leaf.content = leaf.content.slice(0, Math.max(0, leaf.lastLine - 1))
    leaf.end = leaf.beforeLast
    leaf.lines?.pop()
    if (leaf.content === '') state.leaf = null
  }
  leaf.atEnd = true
}

/** Puts every open block into its container, but leaves it open. */
function nest(state: State): State {
  const { leaf } = state
  if (leaf?.kind === 'paragraph') {
    giveDefinitions(state, leaf, false)
    if (leaf.content === '' || isDefinitionBegun(leaf.content)) state.leaf = null
    leaf.atEnd = true
  }
  if (state.leaf !== null) innermost(state).children.push(state.leaf)
  const last = state.leaf
  let { end } = last ?? innermost(state)
  for (let index = state.stack.length - 1; index >= 0; index -= 1) {
    const container = state.stack[index]
    const parent = state.stack[index - 1]
    if (container === undefined) continue
    container.end = Math.max(container.end, end)
    end = container.end
    parent?.children.push(container)
  }
  return state
}

function cursorAt(line: string, { offset, line: number }: State): LineCursor {
  return new LineCursor(
    line.includes('\0') ? line.replaceAll('\0', '\uFFFD') : line,
    offset,
    number,
  )
}

interface LineEnd {
  readonly end: number
  readonly next: number
}

/** Finds ends of lines: `\n`, `\r\n`, and `\r` unless it is the last character. Every character is looked at once. */
function lineEnds(text: string, from: number): (offset: number) => LineEnd | null {
  let feed = text.indexOf('\n', from)
  let back = text.indexOf('\r', from)
  return (offset) => {
    if (feed !== -1 && feed < offset) feed = text.indexOf('\n', offset)
    if (back !== -1 && back < offset) back = text.indexOf('\r', offset)
    if (back !== -1 && (feed === -1 || back < feed)) {
      if (back + 1 >= text.length) return null
      return { end: back, next: text[back + 1] === '\n' ? back + 2 : back + 1 }
    }
    return feed === -1 ? null : { end: feed, next: feed + 1 }
  }
}

/** Of the last block of a view, which may go on. */
export function tailOf({ leaf, stack }: State): Tail | null {
  const last = leaf ?? stack.at(-1)?.children.at(-1)
  return last?.kind === 'paragraph' || last?.kind === 'heading'
    ? { start: last.start, words: last.words }
    : null
}
