import type { SearchHit } from '../../../shared/conversation/conversation'
import { elementOf, wordsOf } from '../scrolling/message-of'
import { placeOnPage, rangeOf, wordsOnPage } from './page-words'
import { passageOfHit } from './passage-of-hit'

const name = 'found-hit'

/** A long answer is drawn over many frames; so often it is looked through again, in milliseconds. */
const againAfter = 100

interface HitOptions {
  /** Holds the messages. */
  readonly content: Element
  readonly messageId: string
  readonly excerpt: SearchHit['excerpt']
  readonly bringIntoView: (place: Range) => void
}

/**
 * Marks what a search found in a message and brings it into view, as soon as it is drawn: until the
 * reader moves himself, and marked until he clicks, writes or presses Esc.
 */
export function markHit({ content, messageId, excerpt, bringIntoView }: HitOptions): () => void {
  const passageIn = passageOfHit(excerpt)
  if (passageIn === null) return () => {}
  const listening = new AbortController()
  let marked: readonly StaticRange[] = []
  let isWhole = false
  let isReadersTurn = false
  let timer: ReturnType<typeof setTimeout> | undefined

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
  function look() {
    timer = undefined
    if (listening.signal.aborted) return
    if (!isWhole || !marked.every(isOnPage)) find()
    bring()
  }
  function bring() {
    const [first] = marked
    if (first !== undefined && isOnPage(first) && !isReadersTurn) bringIntoView(rangeOf(first))
  }
  const observer = new MutationObserver((records) => {
    const message = elementOf(content, messageId)
    if (records.some(({ target }) => target === content || message?.contains(target))) {
      // What comes above it moves it before the next paint.
      bring()
      timer ??= setTimeout(look, againAfter)
    }
  })
  observer.observe(content, { childList: true, subtree: true, characterData: true })

  // What opened it is on its way up and comes by no more.
  const options = { signal: listening.signal, capture: true, passive: true }
  function stop() {
    isReadersTurn = true
    observer.disconnect()
    clearTimeout(timer)
    listening.abort()
    CSS.highlights.delete(name)
  }
  const stay = () => {
    isReadersTurn = true
  }
  addEventListener('wheel', stay, options)
  addEventListener('pointerdown', stay, options)
  addEventListener('keydown', ({ key }) => (key === 'Escape' ? stop() : stay()), options)
  addEventListener('click', stop, options)
  addEventListener('input', stop, options)
  // Right after it was mounted.
  queueMicrotask(look)
  return stop
}

const isOnPage = ({ startContainer }: StaticRange): boolean => startContainer.isConnected
