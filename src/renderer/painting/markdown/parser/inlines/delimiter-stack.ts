import type { Pair } from './item'

export type DelimiterCharacter = '*' | '_' | '~'

/** A run of delimiters. What is left in `count` after all matches is text. */
export interface Delimiter {
  readonly kind: 'delimiter'
  readonly character: DelimiterCharacter
  readonly position: number
  readonly length: number
  readonly canOpen: boolean
  readonly canClose: boolean
  count: number
  /** Elements that begin here, the innermost first. */
  readonly opens: Pair[]
  /** Elements that end here, the innermost first. */
  readonly closes: Pair[]
  previous: Delimiter | null
  next: Delimiter | null
}

/** Everything is above it. */
export const bottomOfAll = -1

/**
 * The delimiter stack of the specification (https://spec.commonmark.org/0.31.2/#delimiter-stack).
 * What is open at the bottom level can be matched piece by piece: the result is the same.
 */
export class DelimiterStack {
  last: Delimiter | null = null
  #first: Delimiter | null = null
  #unmatched: Delimiter | null = null
  #floors = new Map<string, number>()

  constructor(private readonly visited: (steps: number) => void) {}

  push(delimiter: Delimiter): void {
    delimiter.previous = this.last
    if (this.last === null) this.#first = delimiter
    else this.last.next = delimiter
    this.last = delimiter
    this.#unmatched ??= delimiter
  }

  /** Matches everything that has not been yet; the caller sees to it that no bracket is open. */
  matchAll(): void {
    if (this.#unmatched === null) return
    this.#match(this.#unmatched, bottomOfAll, this.#floors)
    this.#unmatched = null
  }

  /** Matches what is behind a position; what is left there must then be removed. */
  matchBehind(position: number): void {
    let first: Delimiter | null = null
    let steps = 0
    for (let each = this.last; each !== null && each.position > position; each = each.previous) {
      first = each
      steps += 1
    }
    this.visited(steps)
    if (first !== null) this.#match(first, position, new Map())
  }

  removeBehind(position: number): void {
    while (this.last !== null && this.last.position > position) this.remove(this.last)
  }

  /** Gives up what is before a position. */
  removeBefore(position: number): void {
    while (this.#first !== null && this.#first.position < position) this.remove(this.#first)
  }

  remove(delimiter: Delimiter): void {
    const { previous, next } = delimiter
    if (previous === null) this.#first = next
    else previous.next = next
    if (next === null) this.last = previous
    else next.previous = previous
    if (this.#unmatched === delimiter) this.#unmatched = next
  }

  /** Elements of the innermost characters of a run, until `count` of them are left. */
  open(delimiter: Delimiter, count: number): readonly Pair[] {
    const pairs: Pair[] = []
    while (delimiter.count > count) {
      const pair = pairOf(delimiter.character, delimiter.count - count)
      delimiter.opens.push(pair)
      delimiter.count -= widthOf(pair)
      pairs.push(pair)
    }
    return pairs
  }

  #match(first: Delimiter, bottom: number, floors: Map<string, number>): void {
    let closer: Delimiter | null = first
    while (closer !== null) {
      if (!closer.canClose) {
        closer = closer.next
        continue
      }
      const opener = this.#openerOf(closer, bottom, floors)
      if (opener === null) {
        floors.set(floorKey(closer), closer.position)
        const next: Delimiter | null = closer.next
        if (!closer.canOpen) this.remove(closer)
        closer = next
        continue
      }
      const pair = pairOf(closer.character, Math.min(opener.count, closer.count))
      opener.opens.push(pair)
      closer.closes.push(pair)
      opener.count -= widthOf(pair)
      closer.count -= widthOf(pair)
      while (closer.previous !== null && closer.previous !== opener) this.remove(closer.previous)
      if (opener.count === 0) this.remove(opener)
      if (closer.count === 0) {
        const next: Delimiter | null = closer.next
        this.remove(closer)
        closer = next
      }
    }
  }

  #openerOf(closer: Delimiter, bottom: number, floors: Map<string, number>): Delimiter | null {
    const floor = Math.max(bottom + 1, floors.get(floorKey(closer)) ?? 0)
    let steps = 1
    let opener = closer.previous
    while (opener !== null && opener.position >= floor && !fits(opener, closer)) {
      opener = opener.previous
      steps += 1
    }
    this.visited(steps)
    return opener !== null && opener.position >= floor ? opener : null
  }
}

/** The rule of three: runs that can both open and close do not match when their lengths add up to it. */
export function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.character !== closer.character || !opener.canOpen) return false
  if (closer.character === '~' || (!opener.canClose && !closer.canOpen)) return true
  return (opener.length + closer.length) % 3 !== 0 || closer.length % 3 === 0
}

export function widthOf(pair: Pair): number {
  return pair.kind === 'emphasis' ? 1 : 2
}

function pairOf(character: DelimiterCharacter, count: number): Pair {
  if (character === '~') return { kind: 'strikethrough' }
  return { kind: count >= 2 ? 'strong' : 'emphasis' }
}

/** Closers of which none finds an opener where another has not. */
function floorKey({ character, canOpen, length }: Delimiter): string {
  return character === '~' ? '~' : `${character}${canOpen}${length % 3}`
}
