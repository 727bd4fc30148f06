import { isAsciiLetterOrDigit } from './characters'

const angledAddress = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\p{Cc} <>]*)>/uy
const angledMail =
  /<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>/y
const unfinishedAngled = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\p{Cc} <>]*|[\w.+-]+@[\w.-]*)?$/uy
/** The beginnings of what makes an address; other words behind `<` are probably tags. */
const unfinishedScheme = /<(?:h|ht|htt|http|https|m|ma|mai|mail|mailt|mailto)$/iy

const hostStart = /[\p{L}\p{N}]/uy
/**
 * What an address in running text consists of. More than the specification of GitHub ends one:
 * quotation marks and the punctuation of languages that put no space behind it.
 */
const bareRest =
  /[^\s\p{Cc}<>"`\u2018-\u201f\u3000-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]*/uy
const bareMail = /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)+/y
const reference = /&[a-zA-Z0-9]+;$/

export interface Autolink {
  readonly address: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The link in angle brackets whose `<` stands at `start`, or null. */
export function angledAutolink(source: string, start: number): Autolink | null {
  const address = matchAt(angledAddress, source, start)
  const match = address ?? matchAt(angledMail, source, start)
  if (match === null) return null
  const text = match.slice(1, -1)
  const end = start + match.length
  return { address: address === null ? `mailto:${text}` : text, text, start, end }
}

/** Whether what stands from `<` at `start` to the very end may become an autolink. */
export function isUnfinishedAutolink(source: string, start: number): boolean {
  return (
    matchAt(unfinishedAngled, source, start) !== null ||
    matchAt(unfinishedScheme, source, start) !== null
  )
}

/** The address in running text whose scheme ends with the `:` at `colon`, or null. */
export function bareAutolink(source: string, colon: number): Autolink | null {
  const scheme = /(?:https?|mailto)$/i.exec(source.slice(Math.max(0, colon - 6), colon))?.[0]
  if (scheme === undefined) return null
  const start = colon - scheme.length
  if (isAsciiLetterOrDigit(source.charCodeAt(start - 1))) return null
  const end = scheme.length === 6 ? mailEnd(source, colon + 1) : addressEnd(source, colon + 1)
  if (end === null) return null
  const address = source.slice(start, end)
  return { address, text: address, start, end }
}

function addressEnd(source: string, from: number): number | null {
  if (source.charCodeAt(from) !== 47 || source.charCodeAt(from + 1) !== 47) return null
  if (matchAt(hostStart, source, from + 2) === null) return null
  const rest = matchAt(bareRest, source, from + 2) ?? ''
  return from + 2 + trimmedLength(rest.slice(0, balancedLength(rest)))
}

function mailEnd(source: string, from: number): number | null {
  const match = matchAt(bareMail, source, from)
  return match === null ? null : from + match.replace(/[_-]+$/, '').length
}

/** Without a `]` that closes a bracket in front of the address. */
function balancedLength(rest: string): number {
  let depth = 0
  for (let index = 0; index < rest.length; index += 1) {
    const code = rest.charCodeAt(index)
    if (code === 91) depth += 1
    else if (code === 93 && --depth < 0) return index
  }
  return rest.length
}

/** Without punctuation, character references and unbalanced parentheses at its end. */
function trimmedLength(rest: string): number {
  let excess = 0
  for (let index = 0; index < rest.length; index += 1) {
    const code = rest.charCodeAt(index)
    if (code === 41) excess += 1
    else if (code === 40) excess -= 1
  }
  let length = rest.length
  for (;;) {
    const last = rest[length - 1] ?? ''
    if (last === ')') {
      if (excess <= 0) return length
      excess -= 1
    } else if (last === ';') {
      const entity = reference.exec(rest.slice(Math.max(0, length - 33), length))
      length -= (entity?.[0].length ?? 1) - 1
    } else if (last === '' || !"?!.,:*_~'".includes(last)) return length
    length -= 1
  }
}

function matchAt(pattern: RegExp, source: string, offset: number): string | null {
  pattern.lastIndex = offset
  return pattern.exec(source)?.[0] ?? null
}
