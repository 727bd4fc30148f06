import type { TokenClass } from './token-class'

/** A part of a line that is drawn in one way. */
export interface Piece {
  readonly text: string
  /** Null is plain. */
  readonly tokenClass: TokenClass | null
}

/** What may stand between two tokens of a class that are drawn as one: `string | number`, `1, 2`. */
const bridges: Readonly<Partial<Record<TokenClass, RegExp>>> = {
  fn: /^[,|&]$/,
  num: /^,$/,
  str: /^,$/,
}

/**
 * Makes pieces of the tokens of a line, which come from left to right: as few as possible, so that
 * tokens of one class are one piece with the spaces and commas between them, and no class begins or
 * ends with space.
 */
export class PieceJoiner {
  readonly #line: string
  readonly #pieces: Piece[] = []
  /** The piece that may still grow: its class, and its ends without space behind it. */
  #class: TokenClass | null = null
  #start = 0
  #end = 0
  /** A sign that may join two tokens has come after the first. */
  #hasBridge = false

  constructor(line: string) {
    this.#line = line
  }

  add(tokenStart: number, tokenEnd: number, tokenClass: TokenClass | null): void {
    const start = pastSpace(this.#line, tokenStart, tokenEnd)
    if (start === tokenEnd) return
    if (tokenClass === null && this.#class !== null && !this.#hasBridge) {
      const bridge = bridges[this.#class]?.test(this.#line.slice(start, tokenEnd))
      if (bridge) {
        this.#hasBridge = true
        return
      }
    }
    if (tokenClass !== this.#class) {
      this.#push(this.#class === null ? start : this.#end, this.#class)
      if (tokenClass !== null) this.#push(start, null)
      this.#class = tokenClass
    }
    this.#hasBridge = false
    this.#end = beforeSpace(this.#line, start, tokenEnd)
  }

  finish(): readonly Piece[] {
    this.#push(this.#class === null ? this.#line.length : this.#end, this.#class)
    this.#push(this.#line.length, null)
    return this.#pieces
  }

  #push(end: number, tokenClass: TokenClass | null): void {
    if (end === this.#start) return
    this.#pieces.push({ text: this.#line.slice(this.#start, end), tokenClass })
    this.#start = end
  }
}

function pastSpace(text: string, start: number, end: number): number {
  let index = start
  while (index < end && isSpace(text.charCodeAt(index))) index += 1
  return index
}

function beforeSpace(text: string, start: number, end: number): number {
  let index = end
  while (index > start && isSpace(text.charCodeAt(index - 1))) index -= 1
  return index
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9
}
