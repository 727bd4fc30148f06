import type { Language } from './language'
import { indentUnit, LineStream } from './line-stream'
import { type Piece, PieceJoiner } from './pieces'
import type { TokenClass } from './token-class'

/** Longer lines (in UTF-16 units) are not coloured: nobody wrote them, and nobody reads them. */
export const longestColouredLine = 2000

/** A parser may read nothing now and then to change its state; one that goes on so is stuck. */
const mostEmptyTokens = 10

const value = /\b(?:const|let|mut|val|var)\s+$/
const callable = /^[\p{L}_$][\p{L}\p{N}_$]*[!?]?$/u

/**
 * The pieces of a line, which together are the line. `state` is changed to what the next line begins
 * with; a line that is too long leaves it as it was. A parser that throws leaves the line plain and
 * its state in pieces: then the answer is null.
 */
export function tokeniseLine(
  language: Language,
  line: string,
  state: object,
): readonly Piece[] | null {
  if (line.length > longestColouredLine) return [{ text: line, tokenClass: null }]
  const { parser } = language
  try {
    parser.beginLine?.()
    if (line === '') {
      parser.blankLine?.(state, indentUnit)
      return []
    }
    const joiner = new PieceJoiner(line)
    const stream = new LineStream(line)
    while (!stream.eol()) {
      const names = readToken(language, stream, state)
      joiner.add(stream.start, stream.pos, classOfToken(language, names, stream))
    }
    return joiner.finish()
  } catch {
    return null
  }
}

function readToken(language: Language, stream: LineStream, state: object): string {
  stream.start = stream.pos
  for (let tries = 0; tries < mostEmptyTokens; tries += 1) {
    const names = language.parser.token(stream, state)
    if (stream.pos > stream.start) {
      if (stream.pos > stream.string.length) stream.pos = stream.string.length
      return names ?? ''
    }
  }
  stream.pos = stream.start + 1
  return ''
}

function classOfToken(language: Language, names: string, stream: LineStream): TokenClass | null {
  const found = names === '' ? null : language.classOf(names)
  if (found === 'num' && stream.current() === '.') return null
  // Some parsers call every declared name a definition: functions and types stand out, values do not.
  if (names === 'def' && value.test(stream.string.slice(0, stream.start))) return null
  if (found !== null || !language.hasCalls || stream.peek() !== '(') return found
  return callable.test(stream.current()) ? 'fn' : null
}
