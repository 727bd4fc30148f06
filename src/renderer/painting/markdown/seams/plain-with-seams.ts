import { isInsideCharacter } from '../../../../shared/text/surrogates'
import type { PlainBlock } from '../node'
import { placeInLines } from './place-in-lines'

export function plainWithSeams(
  text: string,
  block: PlainBlock,
  offsets: readonly number[],
): PlainBlock {
  return { ...block, seams: offsets.map((offset) => placeInPlain(text, block, offset)) }
}

function placeInPlain(text: string, { text: plain, start, end }: PlainBlock, offset: number) {
  const source = text.slice(start, end)
  const before = source.indexOf(plain)
  if (before === -1) {
    return placeInLines(plain.split('\n'), text, start, offset, 0) ?? plain.length
  }
  const place = Math.max(0, Math.min(plain.length, offset - start - before))
  return isInsideCharacter(plain, place) ? place + 1 : place
}
