/** What somebody typed into the search box, as the index and the plain scan need it. */
export interface SearchQuery {
  /** Found as beginnings of words, through the index. */
  readonly prefixes: readonly string[]
  /** Found anywhere, by reading: what the index has no words for. */
  readonly fragments: readonly string[]
}

/** More words than this say nothing more. */
const mostWords = 32

/** Scripts that do not part words with spaces: a sentence is one word to the index. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u
const inTheIndex = /[\p{L}\p{N}]/u

export function parseQuery(text: string): SearchQuery {
  const words = wordsOf(text)
  const isFragment = (word: string): boolean => withoutSpaces.test(word) || !inTheIndex.test(word)
  return {
    prefixes: words.filter((word) => !isFragment(word)),
    fragments: words.filter(isFragment),
  }
}

/** The same words, each to be found anywhere: "ream" in "stream". */
export function asFragments(query: SearchQuery): SearchQuery {
  return { prefixes: [], fragments: [...query.prefixes, ...query.fragments] }
}

/** An expression of FTS5 in which everything typed is quoted, so that none of it is syntax. */
export function matchExpression(prefixes: readonly string[]): string {
  return prefixes.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}

/**
 * Patterns for LIKE with `\` as the escape, any of which finds the fragment. LIKE ignores the case
 * of ASCII letters only, so that other letters are tried in the ways in which people write words.
 */
export function likePatterns(fragment: string): readonly string[] {
  const lower = fragment.toLowerCase()
  const [initial = ''] = lower
  const spellings = new Set([
    fragment,
    lower,
    fragment.toUpperCase(),
    initial.toUpperCase() + lower.slice(initial.length),
  ])
  return [...spellings].map((spelling) => `%${spelling.replace(/[\\%_]/g, '\\$&')}%`)
}

function wordsOf(text: string): readonly string[] {
  const words = text
    .replaceAll('\0', ' ')
    .split(/\s+/u)
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, mostWords)
}
