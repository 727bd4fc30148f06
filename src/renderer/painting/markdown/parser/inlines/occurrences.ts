/**
 * Looks for the next place of something, for callers that only go forward: what is found once is
 * not looked for again, so that all of them together take linear time.
 */
export function occurrences(
  source: string,
  find: (from: number) => number,
  visited: (characters: number) => void,
): (from: number) => number {
  let from = -1
  let found = -2
  return (position) => {
    if (found === -1 && position >= from) return -1
    if (found >= position && position >= from) return found
    from = position
    found = find(position)
    visited((found === -1 ? source.length : found) - position)
    return found
  }
}

/** Finds what no backslash escapes. */
export function unescaped(source: string, needle: string): (from: number) => number {
  return (from) => {
    let found = source.indexOf(needle, from)
    while (found !== -1 && isEscaped(source, found)) found = source.indexOf(needle, found + 1)
    return found
  }
}

export function blankLine(source: string): (from: number) => number {
  const pattern = /\n[ \t]*\n/g
  return (from) => {
    pattern.lastIndex = from
    return pattern.exec(source)?.index ?? -1
  }
}

function isEscaped(source: string, offset: number): boolean {
  let first = offset
  while (first > 0 && source.charCodeAt(first - 1) === 92) first -= 1
  return (offset - first) % 2 === 1
}
