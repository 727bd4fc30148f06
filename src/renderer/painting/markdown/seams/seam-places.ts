import type { Footnote, MarkdownDocument } from '../node'
import { addAt, siblingBehind, textEnd } from './siblings'

/** Where seams are drawn. */
export interface SeamPlaces {
  /** Blocks, by index, before which one stands: each is the first with text after a resume. */
  readonly before: ReadonlySet<number>
  /** By block, the offsets in the text at which one stands inside it. */
  readonly within: ReadonlyMap<number, readonly number[]>
  /** The same of footnotes. */
  readonly footnotes: ReadonlyMap<number, readonly number[]>
}

/** @param seams offsets in `text`, whose document is given */
export function seamPlaces(
  { blocks, footnotes }: MarkdownDocument,
  text: string,
  seams: readonly number[],
): SeamPlaces {
  const before = new Set<number>()
  const within = new Map<number, readonly number[]>()
  const inFootnotes = new Map<number, readonly number[]>()
  const notes = footnotes.map((footnote) => footnotePlace(footnote, text))
  for (const offset of seams) {
    const index = siblingBehind(blocks, text, offset)
    const block = blocks[index]
    const note = noteAt(notes, offset, block?.start ?? text.length)
    if (note !== -1) addAt(inFootnotes, note, offset)
    else if (block !== undefined && offset > block.start) addAt(within, index, offset)
    else if (block !== undefined && index > 0) before.add(index)
  }
  return { before, within, footnotes: inFootnotes }
}

interface NotePlace {
  readonly start: number
  readonly end: number
}

/** A footnote's definition, which stands anywhere between or inside the blocks. */
function footnotePlace({ children }: Footnote, text: string): NotePlace | null {
  const [first] = children
  const last = children.at(-1)
  if (first === undefined || last === undefined) return null
  return { start: text.lastIndexOf('[^', first.start), end: textEnd(text, last) }
}

/** The footnote that holds the offset, or the first that begins behind it and before the next block. */
function noteAt(notes: readonly (NotePlace | null)[], offset: number, nextBlock: number): number {
  let found = -1
  for (const [index, note] of notes.entries()) {
    if (note === null || note.end <= offset) continue
    if (note.start <= offset) return index
    const first = notes[found]?.start ?? nextBlock
    if (note.start < first) found = index
  }
  return found
}
