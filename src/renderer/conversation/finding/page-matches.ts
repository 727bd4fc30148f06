import { fold } from '../../../shared/conversation/fold-text'

const words = '.markdown, .question-text'
/** What holds a line of text by itself: a word does not go on behind its end. */
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, blockquote, div'
/** Names of buttons and what is drawn twice. */
const besides = 'button, [aria-hidden="true"], .visually-hidden'

interface Piece {
  readonly node: Text
  /** Where it begins in the joined text. */
  readonly start: number
}

/** Where the words of a message that is on the page hold a text; `wanted` is folded. */
export function matchesOnPage(message: Element, wanted: string): readonly Range[] {
  const text = message.querySelector(words)
  if (text === null || wanted === '') return []
  const { joined, pieces } = joinText(text)
  const folded = fold(joined)
  const ranges: Range[] = []
  let at = folded.text.indexOf(wanted)
  while (at !== -1) {
    const from = folded.source[at] ?? 0
    const to = folded.source[at + wanted.length] ?? joined.length
    const range = rangeOf(pieces, from, to)
    if (range !== null) ranges.push(range)
    at = folded.text.indexOf(wanted, at + wanted.length)
  }
  return ranges
}

function joinText(text: Element): { readonly joined: string; readonly pieces: readonly Piece[] } {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  const pieces: Piece[] = []
  let joined = ''
  let block: Element | null = null
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!(node instanceof Text) || parent === null || parent.closest(besides) !== null) continue
    const own = parent.closest(blocks)
    if (joined !== '' && own !== block) joined += '\n'
    block = own
    pieces.push({ node, start: joined.length })
    joined += node.data
  }
  return { joined, pieces }
}

function rangeOf(pieces: readonly Piece[], from: number, to: number): Range | null {
  const first = pieces.findLast(({ start }) => start <= from)
  const last = pieces.findLast(({ start }) => start < to)
  if (first === undefined || last === undefined) return null
  const range = document.createRange()
  range.setStart(first.node, Math.min(from - first.start, first.node.length))
  range.setEnd(last.node, Math.min(to - last.start, last.node.length))
  return range
}
