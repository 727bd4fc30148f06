/** How many columns a tab stands for, and how deep one step of indentation is. */
const columnsPerTab = 4
export const indentUnit = 2

type CharacterTest = string | RegExp | ((character: string) => boolean)

/**
 * One line as a stream parser reads it: the interface `StringStream` of CodeMirror's stream parsers
 * (https://codemirror.net/docs/ref/#language.StringStream). Positions are UTF-16 units.
 */
export class LineStream {
  pos = 0
  /** Where the current token begins: set by whoever asks the parser for tokens. */
  start = 0
  readonly indentUnit = indentUnit
  /** The line. A parser that holds another one inside shortens it for a moment. */
  string: string

  constructor(line: string) {
    this.string = line
  }

  eol(): boolean {
    return this.pos >= this.string.length
  }

  sol(): boolean {
    return this.pos === 0
  }

  peek(): string | undefined {
    return this.string[this.pos]
  }

  next(): string | undefined {
    const character = this.string[this.pos]
    if (character !== undefined) this.pos += 1
    return character
  }

  eat(wanted: CharacterTest): string | undefined {
    const character = this.string[this.pos]
    if (character === undefined || !passes(character, wanted)) return undefined
    this.pos += 1
    return character
  }

  eatWhile(wanted: CharacterTest): boolean {
    const start = this.pos
    while (this.eat(wanted) !== undefined);
    return this.pos > start
  }

  eatSpace(): boolean {
    const start = this.pos
    while (isSpace(this.string.charCodeAt(this.pos))) this.pos += 1
    return this.pos > start
  }

  skipToEnd(): void {
    this.pos = this.string.length
  }

  /** To directly before the text, if it comes. */
  skipTo(text: string): boolean {
    const found = this.string.indexOf(text, this.pos)
    if (found === -1) return false
    this.pos = found
    return true
  }

  backUp(units: number): void {
    this.pos -= units
  }

  /** Of the current token, with tabs counted as what they stand for. */
  column(): number {
    return columns(this.string, this.start)
  }

  indentation(): number {
    const first = this.string.search(/\S/)
    return columns(this.string, first === -1 ? this.string.length : first)
  }

  match(pattern: string, consume?: boolean, caseInsensitive?: boolean): boolean
  match(pattern: RegExp, consume?: boolean): RegExpMatchArray | null
  match(
    pattern: string | RegExp,
    consume = true,
    caseInsensitive = false,
  ): boolean | RegExpMatchArray | null {
    if (typeof pattern === 'string') {
      const ahead = this.string.slice(this.pos, this.pos + pattern.length)
      const matches = caseInsensitive
        ? ahead.toLowerCase() === pattern.toLowerCase()
        : ahead === pattern
      if (matches && consume) this.pos += pattern.length
      return matches
    }
    const found = this.string.slice(this.pos).match(pattern)
    if (found === null || (found.index ?? 0) > 0) return null
    if (consume) this.pos += found[0].length
    return found
  }

  current(): string {
    return this.string.slice(this.start, this.pos)
  }
}

function passes(character: string, wanted: CharacterTest): boolean {
  if (typeof wanted === 'string') return character === wanted
  return wanted instanceof RegExp ? wanted.test(character) : wanted(character)
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xa0
}

function columns(text: string, end: number): number {
  let column = 0
  for (let index = 0; index < end; index += 1) {
    column += text.charCodeAt(index) === 9 ? columnsPerTab - (column % columnsPerTab) : 1
  }
  return column
}
