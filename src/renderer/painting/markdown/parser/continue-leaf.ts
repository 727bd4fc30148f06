import { isFenceEnd } from './block-starts'
import { closeLeaf } from './close-blocks'
import type { LineCursor } from './line-cursor'
import type { Held, LineOptions } from './line-options'
import type { State } from './state'
import { isFenceEndBegun } from './unfinished-marker'

/** Gives the line to the open block if that takes it whatever it begins with. */
export function continueLeaf(
  state: State,
  cursor: LineCursor,
  { unfinished }: LineOptions,
): Held | null | 'no' {
  const { leaf } = state
  if (leaf?.kind === 'plain') leaf.text += `\n${cursor.raw}`
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
