import type { Block, CodeBlock } from '../node'
import { placeInLines } from './place-in-lines'
import { lineBehind } from './seam-lines'

/** Code is one piece: it is told where its seams are. One on the fence at its end stands behind it. */
export function codeWithSeams(
  text: string,
  block: CodeBlock,
  offsets: readonly number[],
): readonly Block[] {
  const { lines, start, closed } = block
  const isFenced = /^ {0,3}(?:`{3}|~{3})/.test(text.slice(start, start + 6))
  const places = offsets.map((offset) => placeInLines(lines, text, start, offset, isFenced ? 1 : 0))
  const seams = places.filter((place) => place !== null)
  const marked = seams.length === 0 ? block : { ...block, seams }
  const isBehind = closed && seams.length < places.length
  return isBehind ? [marked, lineBehind(block)] : [marked]
}
