import { type MathStart, mathLine } from './block-starts'
import { addLeaf, closeLeaf } from './close-blocks'
import { openIn } from './containers'
import type { MathDraft } from './draft'
import type { LineCursor } from './line-cursor'
import { forkLeaf, innermost, type State } from './state'

export function openMath(
  state: State,
  index: number,
  { closing, tex, closed }: MathStart,
  cursor: LineCursor,
  { inParagraph, unfinished }: { readonly inParagraph: boolean; readonly unfinished: boolean },
): void {
  const paragraph = inParagraph && state.leaf?.kind === 'paragraph' ? forkLeaf(state.leaf) : null
  const children = state.stack[index]?.children.length ?? 0
  const { definitions } = state
  const { place: start, end, number: endLine } = cursor
  if (paragraph === null) openIn(state, index, endLine)
  else closeLeaf(state)
  const before =
    paragraph === null
      ? {
          paragraph,
          children: innermost(state).children.length,
          definitions: state.definitions,
        }
      : { paragraph, children, definitions }
  const shown = unfinished && !closed ? withoutHalfEnd(tex, closing) : tex
  const lines = closed ? [] : [cursor.copy()]
  const place = { start, end, endLine, remembered: null }
  const math: MathDraft = { kind: 'math', ...place, closing, tex: shown, closed, lines, before }
  if (closed) addLeaf(state, math)
  else state.leaf = math
}

/** Whether the line can belong to the formula. */
export const mathGoesOn = ({ closing }: MathDraft, { raw }: LineCursor): boolean =>
  mathLine(raw, closing) !== null

export function takeMathLine(
  state: State,
  leaf: MathDraft,
  cursor: LineCursor,
  { unfinished }: { readonly unfinished: boolean },
): null {
  const line = mathLine(cursor.raw, leaf.closing)
  if (line === null) return null
  leaf.end = cursor.end
  leaf.endLine = cursor.number
  if (unfinished && !line.closed) {
    leaf.tex += `\n${withoutHalfEnd(line.tex, leaf.closing)}`
    return null
  }
  leaf.tex += `\n${line.tex}`
  if (!line.closed) {
    leaf.lines.push(cursor.copy())
    return null
  }
  leaf.closed = true
  leaf.lines = []
  state.leaf = null
  addLeaf(state, leaf)
  return null
}

/** Half of what would close a formula is no part of it. */
function withoutHalfEnd(tex: string, closing: '$$' | '\\]'): string {
  return tex.replace(closing === '$$' ? /\$$/ : /\\$/, '')
}
