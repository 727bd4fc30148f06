/** Where the unfinished line stands. */
export interface LinePosition {
  readonly inParagraph: boolean
  readonly inTable: boolean
  readonly startsItem: boolean
  /** A link definition may begin here. */
  readonly mayDefine: boolean
  /** A title may belong to the definition above. */
  readonly mayBeTitle: boolean
}

/**
 * Whether the line that is still being written may become a marker, so that nothing of it is to be
 * seen yet. `rest` is what it holds so far behind its indentation.
 */
export function isUnfinishedMarker(rest: string, position: LinePosition): boolean {
  const { inParagraph, inTable } = position
  switch (rest[0]) {
    case '#':
      return /^#{1,6}[ \t]*$/.test(rest)
    case '-':
      return /^-[- \t]*$/.test(rest) || (inParagraph && isDelimiterRowBegun(rest))
    case '*':
      return /^\*[* \t]*$/.test(rest)
    case '_':
      return /^_[_ \t]*$/.test(rest)
    case '+':
      return /^\+[ \t]*$/.test(rest)
    case '=':
      return inParagraph && /^=+[ \t]*$/.test(rest)
    case '`':
      return /^(?:`{1,2}|`{3,}[^`]*)$/.test(rest)
    case '~':
      return rest.startsWith('~~~') || /^~{1,2}$/.test(rest)
    case '|':
      return inTable ? isDelimiterRowBegun(rest) : true
    case ':':
      return (inParagraph || inTable) && isDelimiterRowBegun(rest)
    case '$':
      return rest === '$' || rest === '$$'
    case '\\':
      return rest === '\\' || rest === '\\['
    case '[':
      return isUnfinishedBracket(rest, position)
    case '"':
    case "'":
    case '(':
      return position.mayBeTitle
    default:
      return /^\d{1,9}(?:[.)][ \t]*)?$/.test(rest)
  }
}

/** The row below a table's header, as far as it goes. */
export function isDelimiterRowBegun(rest: string): boolean {
  return /^[|: \t-]*$/.test(rest)
}

/** Signs at the end of a line in a fenced block that may become the fence below it. */
export function isFenceEndBegun(rest: string, mark: string): boolean {
  return rest[0] === mark && (mark === '`' ? /^`+[ \t]*$/ : /^~+[ \t]*$/).test(rest)
}

const longestHeldLabel = 60

function isUnfinishedBracket(rest: string, { startsItem, mayDefine }: LinePosition): boolean {
  if (/^\[\^[^\]\s]*(?:\]:?[ \t]*)?$/.test(rest)) return true
  if (startsItem && /^\[(?:[ xX](?:\][ \t]*)?)?$/.test(rest)) return true
  if (!mayDefine) return false
  const label = /^\[(?:[^[\]\\]|\\.)*\\?/s.exec(rest.slice(0, longestHeldLabel))?.[0].length ?? 0
  if (label === rest.length) return true
  return rest[label] === ']' && (label + 1 === rest.length || rest[label + 1] === ':')
}
