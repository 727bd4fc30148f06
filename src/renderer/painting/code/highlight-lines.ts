import type { Language } from './language'
import { copyOf, startOf } from './line-parser'
import type { Piece } from './pieces'
import { tokeniseLine } from './tokenise-line'

export interface HighlightedLine {
  readonly text: string
  /** Together they are the text. */
  readonly pieces: readonly Piece[]
}

export interface Highlighted {
  readonly language: Language | null
  readonly lines: readonly HighlightedLine[]
  /** What the last line begins with, null where nobody knows any more, and what would follow it. */
  readonly before: object | null
  readonly after: object
}

/**
 * Colours code. Given what the same code gave when it was shorter, only the last line of that time
 * and the lines since are read again, and every other line is the same object as before. The result
 * does not depend on what was given.
 */
export function highlightLines(
  language: Language | null,
  texts: readonly string[],
  previous?: Highlighted,
): Highlighted {
  const known = previous?.language === language ? previous : undefined
  const same = known === undefined ? 0 : sharedLines(known.lines, texts)
  if (known !== undefined && same === known.lines.length) {
    return same === texts.length ? known : readOn(language, texts, known.lines.slice(), known.after)
  }
  if (known?.before && same === known.lines.length - 1) {
    const lines = known.lines.slice(0, same)
    // What looked like a last line was the beginning of the closing fence.
    if (same === texts.length) return { language, lines, before: null, after: known.before }
    return readOn(language, texts, lines, known.before)
  }
  return readOn(language, texts, [], language === null ? {} : startOf(language.parser))
}

function sharedLines(lines: readonly HighlightedLine[], texts: readonly string[]): number {
  const most = Math.min(lines.length, texts.length)
  let same = 0
  while (same < most && lines[same]?.text === texts[same]) same += 1
  return same
}

/** `lines` is changed, `state` is not: it may be needed again. */
function readOn(
  language: Language | null,
  texts: readonly string[],
  lines: HighlightedLine[],
  state: object,
): Highlighted {
  if (language === null) {
    for (const text of texts.slice(lines.length)) lines.push(plainLine(text))
    return { language, lines, before: state, after: state }
  }
  let before = state
  let after = copyOf(language.parser, state)
  for (let index = lines.length; index < texts.length; index += 1) {
    const text = texts[index] ?? ''
    if (index === texts.length - 1) before = copyOf(language.parser, after)
    const pieces = tokeniseLine(language, text, after)
    lines.push(pieces === null ? plainLine(text) : { text, pieces })
    if (pieces === null) after = startOf(language.parser)
  }
  return { language, lines, before, after }
}

function plainLine(text: string): HighlightedLine {
  return { text, pieces: text === '' ? [] : [{ text, tokenClass: null }] }
}
