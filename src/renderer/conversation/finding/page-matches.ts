import { fold } from '../../../shared/conversation/fold-text'
import { wordsOf } from '../scrolling/message-of'
import { placeOnPage, rangeOf, wordsOnPage } from './page-words'
import type { Finding } from './places-in'

/** What holds the parts of a message. */
const holders = '.markdown, .blocks, [data-message]'

/** The parts of a message that is on the page, from top to bottom; no match reaches over two. */
export function partsOf(message: Element): readonly Element[] {
  const words = wordsOf(message)
  if (words === null) return []
  if (!words.matches(holders)) return [words]
  return [...words.children].flatMap((child) =>
    child.matches(holders) ? [...child.children] : [child],
  )
}

/** The part that a node is in, if it is in any. */
export function partAround(node: Node): Element | null {
  let element = node instanceof Element ? node : node.parentElement
  while (element?.parentElement && !element.parentElement.matches(holders)) {
    element = element.parentElement
  }
  return element
}

/** Where a part of a message holds what is to be found. */
export function matchesOnPage(part: Element, { placesIn }: Finding): readonly StaticRange[] {
  const { words, pieces } = wordsOnPage(part)
  const folded = fold(words)
  return placesIn(folded.text).flatMap(({ from, to }) => {
    const place = placeOnPage(pieces, folded.source[from] ?? 0, folded.source[to] ?? words.length)
    return place === null ? [] : [place]
  })
}

/** How many of the places, which stand from top to bottom, are above a height of the window. */
export function countAbove(places: readonly AbstractRange[], height: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    const place = places[middle]
    if (place !== undefined && rangeOf(place).getBoundingClientRect().top < height) low = middle + 1
    else high = middle
  }
  return low
}
