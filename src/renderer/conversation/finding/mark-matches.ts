import { elementOf, messageOf } from '../scrolling/message-of'
import type { Match } from './match-list'
import { countAbove, matchesOnPage, partAround, partsOf } from './page-matches'
import { rangeOf } from './page-words'
import type { Finding } from './places-in'

const quiet = 'found'
const strong = 'found-current'

/** So often is marked what an answer says while it runs, in milliseconds. */
const againAfter = 300

export interface Marking {
  /** The match to mark strongly. */
  readonly show: (match: Match | null) => void
  /** Where a match is on the page; null where its message is not mounted. */
  readonly placeOf: (match: Match) => Range | null
  /** How many matches of a message stand above a height of the window, in CSS pixels. */
  readonly countAbove: (messageId: string, height: number) => number
  readonly stop: () => void
}

/** From the first `show` on marks what is found in the mounted messages, without touching them. */
export function markMatches(content: Element, finding: Finding): Marking {
  // What has not changed since is not gone through again.
  const known = new WeakMap<Element, readonly StaticRange[]>()
  let current: Match | null = null
  let request: number | null = null
  let timer: ReturnType<typeof setTimeout> | null = null

  function matchesIn(message: Element): readonly StaticRange[] {
    note(observer.takeRecords())
    return partsOf(message).flatMap((part) => {
      const matches = known.get(part) ?? matchesOnPage(part, finding)
      known.set(part, matches)
      return matches
    })
  }
  /** A message that grows may not be as far as the list of its matches, nor the list as far as it. */
  function nthOf(matches: readonly StaticRange[], nth: number): StaticRange | undefined {
    return matches[Math.min(nth, matches.length - 1)]
  }
  function mark() {
    const all = new Highlight()
    const shown = new Highlight()
    for (const message of content.querySelectorAll('[data-message]')) {
      const matches = matchesIn(message)
      const isCurrent = current !== null && messageOf(message) === current.messageId
      const chosen = isCurrent ? nthOf(matches, current?.nth ?? 0) : undefined
      for (const match of matches) if (match !== chosen) all.add(match)
      if (chosen !== undefined) shown.add(rangeOf(chosen))
    }
    CSS.highlights.set(quiet, all)
    CSS.highlights.set(strong, shown)
    callOff()
  }
  function callOff() {
    if (request !== null) cancelAnimationFrame(request)
    if (timer !== null) clearTimeout(timer)
    request = null
    timer = null
  }
  function note(records: readonly MutationRecord[]) {
    if (records.length === 0) return
    let isGrowth = true
    for (const target of new Set(records.map((record) => record.target))) {
      const part = partAround(target)
      if (part !== null) known.delete(part)
      isGrowth &&= part?.closest('[aria-busy="true"]') != null
    }
    if (isGrowth) timer ??= setTimeout(mark, againAfter)
    else request ??= requestAnimationFrame(mark)
  }
  // Messages come and go with the view, and answers grow.
  const observer = new MutationObserver(note)
  observer.observe(content, { childList: true, subtree: true, characterData: true })

  return {
    show(match) {
      current = match
      mark()
    },
    placeOf({ messageId, nth }) {
      const message = elementOf(content, messageId)
      if (message === null) return null
      const match = nthOf(matchesIn(message), nth)
      return match === undefined ? null : rangeOf(match)
    },
    countAbove(messageId, height) {
      const message = elementOf(content, messageId)
      return message === null ? 0 : countAbove(matchesIn(message), height)
    },
    stop() {
      observer.disconnect()
      callOff()
      CSS.highlights.delete(quiet)
      CSS.highlights.delete(strong)
    },
  }
}
