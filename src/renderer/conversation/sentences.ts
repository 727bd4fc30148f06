export interface Sentences {
  /** The whole sentences behind `from`, as they are read aloud; empty when there is none yet. */
  readonly spoken: string
  /** Where the next one starts. */
  readonly end: number
}

const sentenceEnd = /[.!?…。！？]["'”’)\]]*(?=\s)|\n+/g

/** Splits off what can be read aloud; the last sentence waits for its end unless `isWhole`. */
export function sentencesAfter(text: string, from: number, isWhole: boolean): Sentences {
  const rest = text.slice(from)
  let length = 0
  for (const match of rest.matchAll(sentenceEnd)) length = match.index + match[0].length
  if (isWhole) length = rest.length
  return { spoken: plain(rest.slice(0, length)), end: from + length }
}

/** Without the marks of Markdown, which are noise to the ear. */
function plain(markdown: string): string {
  return markdown
    .replace(/```[^\n]*/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/\*\*|__|~~|[*`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
