import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { PathStep } from '../../../shared/conversation/message-tree'
import { createStore } from '../../bridge/external-store'
import { useStore } from '../../bridge/use-store'
import { useLatest } from '../../design/use-latest'
import type { Measure } from './measured-message'
import type { MessageLayout } from './message-layout'
import { type Range, rangeAtEnd, rangeFor } from './mounted-range'
import { layoutOf } from './path-layout'
import { placeAtTop, putBack } from './place-at-top'
import { type Segment, segmentsOf } from './segments'

interface WindowOptions {
  readonly view: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  /** Names what is read. */
  readonly subject: string
  readonly path: readonly PathStep[]
  /** How many messages stand before the path that are not here yet, as far as that is known. */
  readonly earlier: number
  /** Messages that are mounted wherever the view is. */
  readonly kept: ReadonlySet<string>
  /** Whether the view stays at the end. */
  readonly isHeld: () => boolean
  /** Called while the view is near messages that are not here yet. */
  readonly wantEarlier: () => void
}

export interface MessageWindow {
  readonly segments: readonly Segment[]
  readonly layout: MessageLayout
  /** To be the `ref` of each message's element, which names its message in `data-message`. */
  readonly measure: Measure
  /** Mounts what belongs to the place where the view is now. */
  readonly update: () => void
  /** Where a message's top is, in pixels of scrolling; null where it is not on the path. */
  readonly placeOf: (messageId: string) => number | null
}

/** What is mounted, by the messages' identifiers: their indices change when earlier ones arrive. */
interface MountedRange {
  readonly subject: string
  readonly first: string
  readonly last: string
}

/** Without a scroll for so long the view has arrived. */
const landingMs = 80

/** So many are always mounted: what stands before the composer in the page is the newest answer. */
const keptAtEnd = 2

/** So many messages of another branch are mounted at once, until it is known what is in view. */
const mostOfAnother = 20

/**
 * Mounts only the messages near the view. They stand in the normal flow, with gaps for the others,
 * so that the browser's own scroll anchoring holds what is read where it is, within long messages too.
 */
export function useMessageWindow(options: WindowOptions): MessageWindow {
  const { view, content, subject, path, earlier, kept } = options
  const heights = useRef(new Map<string, number>()).current
  const size = useRef({ height: 800, width: 720, above: 24 }).current
  const flight = useRef({ inFlight: false, at: 0 }).current
  const mounted = useMemo(() => createStore<MountedRange | null>(null), [])
  const latest = useLatest(options)

  const layout = useMemo(
    () => layoutOf(path, earlier, heights, size.width),
    [path, earlier, heights, size],
  )
  const latestLayout = useLatest(layout)
  const wanted = useStore(mounted, (range) => range)
  const range = indicesOf(wanted, subject, layout) ?? rangeAtEnd(layout, size.height)
  const drawn = useLatest(range)

  const update = useCallback(() => {
    const element = view.current
    if (element === null) return
    const now = latestLayout.current
    const top = element.scrollTop - size.above
    const before = indicesOf(mounted.read(), latest.current.subject, now) ?? drawn.current
    const next = rangeFor(now, top, top + size.height, before, flight.inFlight)
    if (before.first !== next.first || before.last !== next.last) {
      mounted.write({
        subject: latest.current.subject,
        first: now.idAt(next.first),
        last: now.idAt(next.last),
      })
    }
    if (latest.current.earlier > 0 && top < now.topOf(0) + size.height) latest.current.wantEarlier()
  }, [view, latest, latestLayout, mounted, size, flight, drawn])

  const observer = useRef<ResizeObserver | null>(null)
  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (element === null) return
      observer.current ??= new ResizeObserver((entries) => {
        for (const { target, borderBoxSize } of entries) {
          const id = (target as HTMLElement).dataset['message']
          const height = borderBoxSize[0]?.blockSize
          // An element that has left the page has no height to tell.
          if (id === undefined || height === undefined || !target.isConnected) continue
          heights.set(id, height)
          latestLayout.current.measured(latestLayout.current.indexOf(id), height)
        }
        update()
      })
      observer.current.observe(element)
      return () => observer.current?.unobserve(element)
    },
    [heights, latestLayout, update],
  )

  useLayoutEffect(() => {
    const element = view.current
    const growing = content.current
    if (element === null || growing === null) return
    function measureView() {
      if (element === null || growing === null) return
      size.height = element.clientHeight
      size.width = growing.clientWidth
    }
    measureView()
    const sizes = new ResizeObserver(() => {
      measureView()
      update()
    })
    sizes.observe(element)
    let landing: ReturnType<typeof setTimeout> | undefined
    function onScroll() {
      if (element === null) return
      const moved = Math.abs(element.scrollTop - flight.at)
      flight.at = element.scrollTop
      clearTimeout(landing)
      if (moved > size.height / 2) flight.inFlight = true
      if (flight.inFlight) landing = setTimeout(land, landingMs)
      update()
    }
    function land() {
      if (element === null || growing === null) return
      flight.inFlight = false
      // In flight there was nothing in view that the browser could have held on to.
      const place = latest.current.isHeld() ? null : placeAtTop(element, growing)
      flushSync(update)
      putBack(element, place)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(landing)
      sizes.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [view, content, size, flight, latest, update])

  return {
    segments: segmentsOf(layout, range, keptIndices(layout, kept)),
    layout,
    measure,
    update,
    placeOf: useCallback(
      (messageId) => {
        const index = latestLayout.current.indexOf(messageId)
        return index === -1 ? null : roomAbove(content.current) + latestLayout.current.topOf(index)
      },
      [latestLayout, content],
    ),
  }
}

/** How far the first message is below the top of what holds them: an open find bar makes more room. */
function roomAbove(content: Element | null): number {
  const first = content?.firstElementChild
  if (!content || !first) return 0
  return first.getBoundingClientRect().top - content.getBoundingClientRect().top
}

/** Null where nothing of it is on the path. */
function indicesOf(
  range: MountedRange | null,
  subject: string,
  layout: MessageLayout,
): Range | null {
  if (range === null || range.subject !== subject) return null
  const first = layout.indexOf(range.first)
  const last = layout.indexOf(range.last)
  if (first === -1 && last === -1) return null
  // The branch is another one from there on.
  if (last === -1) return { first, last: Math.min(first + mostOfAnother, layout.count - 1) }
  if (first === -1) return { first: Math.max(0, last - mostOfAnother), last }
  return { first, last }
}

function keptIndices(layout: MessageLayout, kept: ReadonlySet<string>): readonly number[] {
  const end = Array.from({ length: keptAtEnd }, (_each, index) => layout.count - 1 - index)
  return [...end, ...[...kept].map((id) => layout.indexOf(id))]
}
