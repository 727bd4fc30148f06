import type { SearchHit } from '../../../shared/conversation/conversation'
import { elementOf, wordsOf } from '../scrolling/message-of'
import { keepInView } from './keep-in-view'
import { placeOnPage, wordsOnPage } from './page-words'
import { passageOfHit } from './passage-of-hit'

const name = 'found-hit'

interface HitOptions {
  /** Holds the messages. */
  readonly content: Element
  readonly messageId: string
  readonly excerpt: SearchHit['excerpt']
  readonly bringIntoView: (place: Range) => void
}

/**
 * Marks what a search found in a message and brings it into view, as soon as it is drawn. It is marked
 * until the reader clicks, writes or presses Esc.
 */
export function markHit({ content, messageId, excerpt, bringIntoView }: HitOptions): () => void {
  const passageIn = passageOfHit(excerpt)
  if (passageIn === null) return () => {}
  let marked: readonly StaticRange[] = []
  let isWhole = false

  function find() {
    const words = wordsOf(elementOf(content, messageId))
    if (words === null) return
    const page = wordsOnPage(words)
    const passage = passageIn?.(page.words)
    marked = (passage?.places ?? []).flatMap(
      ({ from, to }) => placeOnPage(page.pieces, from, to) ?? [],
    )
    isWhole = passage?.isWhole ?? false
    CSS.highlights.set(name, new Highlight(...marked))
  }
  const leave = keepInView({
    content,
    messageId,
    bringIntoView,
    marksIt: true,
    placeIn() {
      if (!isWhole || !marked.every(({ startContainer }) => startContainer.isConnected)) find()
      return marked[0] ?? null
    },
  })
  const listening = new AbortController()
  function stop() {
    leave()
    listening.abort()
    CSS.highlights.delete(name)
  }
  const options = { signal: listening.signal, capture: true, passive: true }
  addEventListener('click', stop, options)
  addEventListener('input', stop, options)
  addEventListener('keydown', ({ key }) => key === 'Escape' && stop(), options)
  return stop
}
