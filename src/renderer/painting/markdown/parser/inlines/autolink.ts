import { isAsciiLetterOrDigit } from './characters'
import { limits } from './limits'

const angledAddress = /<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\p{Cc} <>]*)>/uy
const angledMail =
  /<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*)>/y
const angledBegun = new RegExp(`<${many(/[^\p{Cc} <>]/u)}`, 'uy')
const unfinishedAngled = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\p{Cc} <>]*|[\w.+-]+@[\w.-]*)?$/uy
/** The beginnings of what makes an address; other words behind `<` are probably tags. */
const unfinishedScheme = /<(?:h|ht|htt|http|https|m|ma|mai|mail|mailt|mailto)$/iy

const hostStart = /[\p{L}\p{N}]/uy
/**
 * What an address in running text consists of, besides brackets. More than the specification of
 * GitHub ends one: quotation marks and the punctuation of languages that put no space behind it.
 */
const bareCharacter =
  /[^\s\p{Cc}<>[\]"`\u2018-\u201f\u3000-\u3003\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]/u
const barePart = new RegExp(many(bareCharacter), 'uy')
const mailCharacter = /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]/
const mailBegun = new RegExp(`${many(mailCharacter)}(?:@${many(/[a-zA-Z0-9._-]/)})?`, 'y')
const bareMail = /[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)+/y
const reference = /&[a-zA-Z0-9]+;$/

export interface Autolink {
  readonly address: string
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface FoundAddress {
  readonly link: Autolink | null
  /** How far it goes or, if none has come yet, how far it may go. */
  readonly end: number
  readonly isTooLong: boolean
}

/** Told how many characters were looked at. */
type Visited = (characters: number) => void

/** What is a link in angle brackets, or may become one, whose `<` stands at `start`. */
export function angledAutolink(source: string, start: number, visited: Visited): FoundAddress {
  const end = start + lengthAt(angledBegun, source, start, visited)
  const isTooLong = end - start > limits.address
  if (end - start >= limits.address || source[end] !== '>') return { link: null, end, isTooLong }
  const address = matchAt(angledAddress, source, start)
  const text = (address ?? matchAt(angledMail, source, start))?.slice(1, -1)
  if (text === undefined) return { link: null, end, isTooLong }
  const link = { address: address === null ? `mailto:${text}` : text, text, start, end: end + 1 }
  return { link, end, isTooLong }
}

/** Whether what stands from `<` at `start` to the very end may become an autolink. */
export function isUnfinishedAutolink(source: string, start: number): boolean {
  return (
    matchAt(unfinishedAngled, source, start) !== null ||
    matchAt(unfinishedScheme, source, start) !== null
  )
}

/** What is an address in running text, or may become one, whose scheme ends with the `:` at `colon`. */
export function bareAutolink(source: string, colon: number, visited: Visited): FoundAddress {
  const scheme = /(?:https?|mailto)$/i.exec(source.slice(Math.max(0, colon - 6), colon))?.[0]
  const start = colon - (scheme?.length ?? 0)
  if (scheme === undefined || isAsciiLetterOrDigit(source.charCodeAt(start - 1))) {
    return { link: null, end: colon, isTooLong: false }
  }
  const endOf = scheme.length === 6 ? mailEnd : addressEnd
  const { linkEnd, end } = endOf(source, colon + 1, visited)
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

function addressEnd(source: string, from: number, visited: Visited): Ends {
  const slashes = matchAt(/\/{0,2}/y, source, from)?.length ?? 0
  const hostFrom = from + slashes
  if (slashes < 2 || matchAt(hostStart, source, hostFrom) === null) {
    return { linkEnd: null, end: hostFrom }
  }
  const end = balancedEnd(source, hostFrom, visited)
  return { linkEnd: hostFrom + trimmedLength(source.slice(hostFrom, end)), end }
}

function mailEnd(source: string, from: number, visited: Visited): Ends {
  const end = from + lengthAt(mailBegun, source, from, visited)
  const match = end - from > limits.address ? null : matchAt(bareMail, source, from)
  return { linkEnd: match === null ? null : from + match.replace(/[_-]+$/, '').length, end }
}

/** Before a `]` that closes a bracket in front of the address; soon behind what is too long. */
function balancedEnd(source: string, from: number, visited: Visited): number {
  let depth = 0
  let end = from
  while (end - from <= limits.address) {
    end += lengthAt(barePart, source, end, visited)
    if (source[end] === '[') depth += 1
    else if (source[end] !== ']' || --depth < 0) break
    end += 1
  }
  return end
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

function lengthAt(pattern: RegExp, source: string, offset: number, visited: Visited): number {
  const length = matchAt(pattern, source, offset)?.length ?? 0
  visited(length)
  return length
}

/** A pattern for characters up to more than an address may have. */
function many(character: RegExp): string {
  return `${character.source}{0,${limits.address}}`
}
