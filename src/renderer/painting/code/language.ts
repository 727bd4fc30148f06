import type { LineParser } from './line-parser'
import { type TokenClass, type TokenNames, tokenClass } from './token-class'

/** A language that can be coloured. */
export interface Language {
  readonly parser: LineParser
  /** The class of a token by the names its parser gave it. */
  classOf(names: string): TokenClass | null
  /** A name directly before a parenthesis is a call. */
  readonly hasCalls: boolean
}

export interface LanguageOptions {
  readonly names?: TokenNames
  readonly hasCalls?: boolean
}

export function languageOf(
  parser: LineParser,
  { names, hasCalls = true }: LanguageOptions = {},
): Language {
  const known = new Map<string, TokenClass | null>()
  return {
    parser,
    hasCalls,
    classOf(token) {
      let found = known.get(token)
      if (found === undefined) {
        found = tokenClass(token, names)
        known.set(token, found)
      }
      return found
    },
  }
}
