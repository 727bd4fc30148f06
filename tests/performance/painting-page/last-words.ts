import { lastWords } from '../answers'
import { nextFrame, nextTask } from './frames'

/**
 * Waits for the frame that paints the end of the answer.
 *
 * @param limit in milliseconds
 * @returns when that frame was drawn, on the clock of `performance.now()`; null when it never was
 */
export async function lastWordsPainted(place: HTMLElement, limit: number): Promise<number | null> {
  const deadline = performance.now() + limit
  while (performance.now() < deadline) {
    await nextFrame()
    if (showsLastWords(place)) {
      await nextTask()
      return performance.now()
    }
  }
  return null
}

/** As {@link lastWordsPainted}, of a text that has to be shown. */
export async function endPainted(place: HTMLElement): Promise<number> {
  const painted = await lastWordsPainted(place, 30_000)
  if (painted === null) throw new Error('The end of the text was never shown')
  return painted
}

function showsLastWords(place: HTMLElement): boolean {
  // Not all of the text: what looks costs time, too.
  let last: Node = place
  let text = ''
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT)
  while (walker.lastChild() !== null) last = walker.currentNode
  for (let node: Node | null = last; node !== null && text.length < 2_000; node = before(walker)) {
    text = (node.nodeValue ?? '') + text
  }
  return text.includes(lastWords)
}

function before(walker: TreeWalker): Node | null {
  return walker.previousNode()
}
