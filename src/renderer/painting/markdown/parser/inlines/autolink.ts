import { isAsciiLetterOrDigit } from './characters'
import { limits } from './limits'

const angledAddress = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\p{Cc} <>]*)>/uy
const angledMail =
  /<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>/y
const angledBegun = /<[^\p{Cc} <>]{0,10001}/uy
const unfinishedAngled = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\p{Cc} <>]*|[\w.+-]+@[\w.-]*)?$/uy
/** The beginnings of what makes an address; other words behind `<` are probably tags. */
const unfinishedScheme = /<(?:h|ht|htt|http|https|m|ma|mai|mail|mailt|mailto)$/iy

const hostStart = /[\p{L}\p{N}]/uy
/**
 * What an address in running text consists of. More than the specification of GitHub ends one:
 * quotation marks and the punctuation of languages that put no space behind it.
 */
const bareRest =
  /[^\s\p{Cc}<>"`\u2018-\u201f\u3000-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]{0,10001}/uy
const mailBegun = /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{0,10001}(?:@[a-zA-Z0-9._-]{0,10001})?/y
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
  if (match === null || match.length > limits.address) return null
  const text = match.slice(1, -1)
  const end = start + match.length
  return { address: address === null ? `mailto:${text}` : text, text, start, end }
}

/** Whether nothing from `<` at `start` to the very end is unlike an autolink. */
export function mayBecomeAutolink(source: string, start: number): boolean {
  const end = start + (matchAt(angledBegun, source, start)?.length ?? 0)
  return end === source.length && end - start <= limits.address
}

/** Whether what stands from `<` at `start` to the very end may become an autolink. */
export function isUnfinishedAutolink(source: string, start: number): boolean {
  return (
    matchAt(unfinishedAngled, source, start) !== null ||
    matchAt(unfinishedScheme, source, start) !== null
  )
}

export interface BareAddress {
  readonly link: Autolink | null
  /** How far it goes or, if none has come yet, how far it may go. */
  readonly end: number
  readonly isTooLong: boolean
}

/** What is an address in running text, or may become one, whose scheme ends with the `:` at `colon`. */
export function bareAutolink(source: string, colon: number): BareAddress {
  const scheme = /(?:https?|mailto)$/i.exec(source.slice(Math.max(0, colon - 6), colon))?.[0]
  const start = colon - (scheme?.length ?? 0)
  if (scheme === undefined || isAsciiLetterOrDigit(source.charCodeAt(start - 1))) {
    return { link: null, end: colon, isTooLong: false }
  }
  const found = scheme.length === 6 ? mailEnd(source, colon + 1) : addressEnd(source, colon + 1)
  const { linkEnd, end } = found
  if (end - start > limits.address) {
    return { link: null, end: start + limits.address, isTooLong: true }
  }
  if (linkEnd === null) return { link: null, end, isTooLong: false }
  const address = source.slice(start, linkEnd)
  return { link: { address, text: address, start, end: linkEnd }, end, isTooLong: false }
}

interface Ends {
  readonly linkEnd: number | null
  readonly end: number
}

function addressEnd(source: string, from: number): Ends {
  const slashes = matchAt(/\/{0,2}/y, source, from)?.length ?? 0
  const hostFrom = from + slashes
  if (slashes < 2 || matchAt(hostStart, source, hostFrom) === null) {
    return { linkEnd: null, end: hostFrom }
  }
  const rest = matchAt(bareRest, source, hostFrom) ?? ''
  const balanced = rest.slice(0, balancedLength(rest))
  return { linkEnd: hostFrom + trimmedLength(balanced), end: hostFrom + balanced.length }
}

function mailEnd(source: string, from: number): Ends {
  const end = from + (matchAt(mailBegun, source, from)?.length ?? 0)
  const match = end - from > limits.address ? null : matchAt(bareMail, source, from)
  return { linkEnd: match === null ? null : from + match.replace(/[_-]+$/, '').length, end }
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
