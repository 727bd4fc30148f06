import { useLayoutEffect, useReducer, useRef } from 'react'
import { goesOn } from '../goes-on'
import { type ParsedMarkdown, parseMarkdown } from './parser/parse-markdown'
import { firstPace, isLate, paceAfter } from './slice-pace'

interface ParsedSoFar {
  readonly parsed: ParsedMarkdown
  /** It takes long: what is not parsed yet should be shown as it is written. */
  readonly isLate: boolean
}

/** The document of a text, or of as much of it as the frames so far could take in. */
export function useParsedMarkdown(text: string, growing: boolean): ParsedSoFar {
  const last = useRef<ParsedMarkdown | null>(null)
  const pace = useRef(firstPace)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  if (last.current?.text !== text || last.current.growing !== growing) {
    last.current = nextSlice(text, growing, last.current, pace.current.slice)
  }
  const parsed = last.current

  // Not an effect after the paint: that would be a task of its own in every frame.
  useLayoutEffect(() => {
    if (parsed.text.length === text.length && parsed.growing === growing) {
      pace.current = firstPace
      return
    }
    const request = requestAnimationFrame((now) => {
      pace.current = paceAfter(pace.current, now)
      drawAgain()
    })
    return () => cancelAnimationFrame(request)
  }, [parsed, text, growing])

  return { parsed, isLate: parsed.text.length < text.length && isLate(pace.current) }
}

function nextSlice(
  text: string,
  growing: boolean,
  before: ParsedMarkdown | null,
  slice: number,
): ParsedMarkdown {
  const isContinued = before !== null && goesOn(text, before.text)
  const start = isContinued ? before.text.length : 0
  const end = Math.min(start + slice, text.length)
  // What was held back until the end is read anew then: not in the frame of a long slice, too.
  const isEnd = end === text.length && end - start <= firstPace.slice
  return parseMarkdown(text.slice(0, end), {
    growing: growing || !isEnd,
    ...(isContinued ? { previous: before } : {}),
  })
}
