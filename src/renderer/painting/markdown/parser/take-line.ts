import { continues } from './containers'
import { continueLeaf } from './continue-leaf'
import type { LineCursor } from './line-cursor'
import type { Held, LineOptions } from './line-options'
import { mathGoesOn, takeMathLine } from './math-blocks'
import { forkLeaf, innermost, type State } from './state'
import { takeStarts } from './take-starts'

/**
 * Takes in one line, as in https://spec.commonmark.org/0.31.2/#phase-1-block-structure. Returns what
 * it holds back because it may become a marker; the state is then of no use.
 */
export function takeLine(state: State, cursor: LineCursor, options: LineOptions): Held | null {
  let matched = options.from ?? 0
  for (;;) {
    const next = state.stack[matched + 1]
    if (next === undefined) break
    const isEmpty = matched + 2 === state.stack.length && !state.leaf && next.children.length === 0
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
  container.settledCount = Math.min(container.settledCount, leaf.before.children)
  state.definitions = leaf.before.definitions
  const { paragraph } = leaf.before
  // Other states may still need both as they are.
  state.leaf = paragraph === null ? null : forkLeaf(paragraph)
  for (const line of leaf.lines) {
    takeLine(state, line.copy(), { unfinished: false, plainMath: true, from: index })
  }
}
