import type { Locator } from '@playwright/test'

export interface Point {
  readonly x: number
  readonly y: number
}

/** Where in the window a word begins or ends, in reading order, that stands in one element only. */
export function edgeOf(text: Locator, word: string, edge: 'start' | 'end'): Promise<Point> {
  return text.evaluate(
    (root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted.word) ?? -1
        if (at === -1) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + wanted.word.length)
        const { left, right, top, height } = range.getBoundingClientRect()
        const isFromRight = /\p{Script=Hebrew}/u.test(wanted.word)
        return { x: (wanted.edge === 'start') !== isFromRight ? left : right, y: top + height / 2 }
      }
      throw new Error(`Nothing says ${wanted.word}`)
    },
    { word, edge },
  )
}
