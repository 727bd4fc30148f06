import { elementOf } from '../scrolling/message-of'
import { rangeOf } from './page-words'

/** A long answer is drawn over many frames; so often the place in it is looked for again, in milliseconds. */
const againAfter = 100

interface KeepOptions {
  /** Holds the messages. */
  readonly content: Element
  readonly messageId: string
  /** Where it is, as far as the message is drawn. */
  readonly placeIn: () => AbstractRange | null
  readonly bringIntoView: (place: Range) => void
  /** Whether it is looked for also when the reader has moved, as looking for it marks it. */
  readonly marksIt?: boolean
}

/**
 * Brings a place in a message into view as soon as it is drawn, and keeps it there whatever comes above
 * it, until the reader moves himself. Returns what ends that.
 */
export function keepInView(options: KeepOptions): () => void {
  const { content, messageId, placeIn, bringIntoView, marksIt = false } = options
  const listening = new AbortController()
  let place: AbstractRange | null = null
  let isReadersTurn = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function look() {
    timer = undefined
    if (listening.signal.aborted) return
    place = placeIn()
    bring()
  }
  function bring() {
    if (place?.startContainer.isConnected && !isReadersTurn) bringIntoView(rangeOf(place))
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

  function stop() {
    listening.abort()
    observer.disconnect()
    clearTimeout(timer)
  }
  function leave() {
    isReadersTurn = true
    if (!marksIt) stop()
  }
  // What chose the place is on its way up and comes by no more.
  for (const type of ['wheel', 'pointerdown', 'keydown']) {
    addEventListener(type, leave, { signal: listening.signal, capture: true, passive: true })
  }
  // Right after it was mounted.
  queueMicrotask(look)
  return stop
}
