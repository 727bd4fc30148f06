import { onOneLine } from './drawn-words'

/** A text on the page, or a formula, which is marked as a whole. */
interface Piece {
  readonly node: Text | Element
  readonly length: number
  /** Where it begins among the words. */
  readonly start: number
}

/** The words of a part of the page, and where they stand there. */
export interface PageWords {
  readonly words: string
  readonly pieces: readonly Piece[]
}

/** What holds lines of text by itself: a word does not go on behind its end. */
const lines: ReadonlySet<string> = new Set(
  'P UL OL LI H1 H2 H3 H4 H5 H6 PRE TABLE TR TH TD BLOCKQUOTE FIGURE DIV SECTION HR BR'.split(' '),
)
/** What the answer does not say: names and marks of ours, and what is drawn twice. */
const besides = [
  'button',
  '[aria-hidden="true"]',
  '.visually-hidden',
  '.code-block-header',
  '.diagram',
  '.seam',
  '.footnote-reference',
  '.footnotes > ol > li > a',
].join()

export function wordsOnPage(part: Element): PageWords {
  const pieces: Piece[] = []
  let words = ''
  function add(node: Text | Element, text: string) {
    pieces.push({ node, length: text.length, start: words.length })
    words += text
  }
  function read(element: Element, isAsWritten: boolean) {
    const isLine =
      element.classList.contains('formula-display') ||
      (lines.has(element.tagName) && !element.classList.contains('plain-piece'))
    if (isLine) words += '\n'
    if (element.classList.contains('formula')) {
      add(element, onOneLine(element.getAttribute('data-formula') ?? element.textContent ?? ''))
    } else if (!element.matches(besides)) {
      const isWritten = isAsWritten || element.matches('pre, .plain-text, .question-text')
      for (let node = element.firstChild; node !== null; node = node.nextSibling) {
        if (node instanceof Text) add(node, isWritten ? node.data : onOneLine(node.data))
        else if (node instanceof Element) read(node, isWritten)
      }
    }
    if (isLine) words += '\n'
  }
  read(part, false)
  return { words, pieces }
}

/** What stands on the page from one offset among its words to another. */
export function placeOnPage(
  pieces: readonly Piece[],
  from: number,
  to: number,
): StaticRange | null {
  const first = pieces[pieceAt(pieces, from)]
  const last = pieces[pieceAt(pieces, to - 1)]
  if (first === undefined || last === undefined) return null
  const [startContainer, startOffset] = pointIn(first, from - first.start, 0)
  const [endContainer, endOffset] = pointIn(last, to - last.start, 1)
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset })
}

/** The last one that begins at or before an offset. */
function pieceAt(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

function pointIn({ node, length }: Piece, offset: number, side: 0 | 1): readonly [Node, number] {
  if (node instanceof Text) return [node, Math.min(offset, length)]
  const parent = node.parentNode ?? node
  return [parent, [...parent.childNodes].indexOf(node as ChildNode) + side]
}

/** A place that may have become shorter since. */
export function rangeOf({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: AbstractRange): Range {
  const range = document.createRange()
  range.setStart(startContainer, Math.min(startOffset, lengthOf(startContainer)))
  range.setEnd(endContainer, Math.min(endOffset, lengthOf(endContainer)))
  return range
}

const lengthOf = (node: Node): number =>
  node instanceof Text ? node.length : node.childNodes.length
