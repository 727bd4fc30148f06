import { useLayoutEffect, useReducer, useRef } from 'react'
import { type ParsedMarkdown, parseMarkdown } from './parser/parse-markdown'

/** UTF-16 units that are parsed and drawn in one frame at most: a longer text takes several. */
export const longestSlice = 6_144

/** The document of a text, or of as much of it as the frames so far could take in. */
export function useParsedMarkdown(text: string, growing: boolean): ParsedMarkdown {
  const last = useRef<ParsedMarkdown | null>(null)
  const [, drawAgain] = useReducer((count: number) => count + 1, 0)
  if (last.current?.text !== text || last.current.growing !== growing) {
    last.current = nextSlice(text, growing, last.current)
  }
  const parsed = last.current

  // Not an effect after the paint: that would be a task of its own in every frame.
  useLayoutEffect(() => {
    if (parsed.text.length === text.length) return
    const request = requestAnimationFrame(drawAgain)
    return () => cancelAnimationFrame(request)
  }, [parsed, text])

  return parsed
}

function nextSlice(text: string, growing: boolean, before: ParsedMarkdown | null): ParsedMarkdown {
  const isContinued = before !== null && text.startsWith(before.text)
  const length = (isContinued ? before.text.length : 0) + longestSlice
  const previous = isContinued ? { previous: before } : {}
  return length < text.length
    ? parseMarkdown(text.slice(0, length), { growing: true, ...previous })
    : parseMarkdown(text, { growing, ...previous })
}
