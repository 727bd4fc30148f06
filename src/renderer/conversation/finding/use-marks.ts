import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { foldedText } from '../../../shared/conversation/fold-text'
import { type Marking, markMatches } from './mark-matches'
import type { Match } from './match-list'
import { findingOf } from './places-in'

/** See {@link Marking}. */
type Marks = Pick<Marking, 'placeOf' | 'countAbove'>

/** Marks what is found in the mounted messages, the current match strongly. */
export function useMarks(
  content: RefObject<HTMLElement | null>,
  wanted: string,
  current: Match | null,
): Marks {
  const finding = useMemo(() => findingOf(foldedText(wanted)), [wanted])
  const marking = useRef<Marking | null>(null)

  useEffect(() => {
    if (content.current === null || finding === null) return
    const begun = markMatches(content.current, finding)
    marking.current = begun
    return () => {
      marking.current = null
      begun.stop()
    }
  }, [content, finding])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another marking is to show it too.
  useEffect(() => marking.current?.show(current), [current, finding])

  return useMemo(
    () => ({
      placeOf: (match) => marking.current?.placeOf(match) ?? null,
      countAbove: (messageId, height) => marking.current?.countAbove(messageId, height) ?? 0,
    }),
    [],
  )
}
