import { type RefObject, useCallback, useEffect } from 'react'
import { foldedText } from '../../../shared/conversation/fold-text'
import { elementOf } from '../scrolling/message-of'
import type { Match } from './match-list'
import { matchesOnPage } from './page-matches'

const quiet = 'found'
const strong = 'found-current'

interface Marks {
  /** Where a match is on the page; its message's first words when only the source has it. */
  readonly placeOf: (match: Match) => Range | null
}

/** Marks what is found in the mounted messages, the current match strongly, without touching them. */
export function useMarks(
  content: RefObject<HTMLElement | null>,
  wanted: string,
  current: Match | null,
): Marks {
  const needle = foldedText(wanted)

  useEffect(() => {
    const element = content.current
    if (element === null || needle === '') return
    let request: number | null = null
    function mark() {
      request = null
      if (element === null) return
      const all = new Highlight()
      const shown = new Highlight()
      for (const message of element.querySelectorAll('[data-message]')) {
        const ranges = matchesOnPage(message, needle)
        const isCurrent = message.getAttribute('data-message') === current?.messageId
        const chosen = isCurrent ? ranges[Math.min(current.nth, ranges.length - 1)] : undefined
        for (const range of ranges) (range === chosen ? shown : all).add(range)
      }
      CSS.highlights.set(quiet, all)
      CSS.highlights.set(strong, shown)
    }
    // Messages come and go with the view, and answers grow.
    const observer = new MutationObserver(() => {
      request ??= requestAnimationFrame(mark)
    })
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    mark()
    return () => {
      observer.disconnect()
      if (request !== null) cancelAnimationFrame(request)
      CSS.highlights.delete(quiet)
      CSS.highlights.delete(strong)
    }
  }, [content, needle, current])

  return {
    placeOf: useCallback(
      ({ messageId, nth }) => {
        const message = elementOf(content.current, messageId)
        if (message === null) return null
        const ranges = matchesOnPage(message, needle)
        return ranges[Math.min(nth, ranges.length - 1)] ?? null
      },
      [content, needle],
    ),
  }
}
