const tab = 9
const space = 32

/**
 * A place in a line. Columns are counted from the start of the line with tab stops of 4; a tab may be
 * taken in part.
 */
export class LineCursor {
  offset = 0
  column = 0
  /** Of the next character that is neither a space nor a tab. */
  nextOffset = 0
  nextColumn = 0

  /**
   * @param text A line without its end.
   * @param start Its offset in the whole text.
   * @param number Which line of the text it is.
   */
  constructor(
    readonly text: string,
    readonly start: number,
    readonly number: number,
  ) {
    this.findNext()
  }

  copy(): LineCursor {
    return Object.assign(Object.create(LineCursor.prototype), this)
  }

  restart(): LineCursor {
    return new LineCursor(this.text, this.start, this.number)
  }

  get indent(): number {
    return this.nextColumn - this.column
  }

  get blank(): boolean {
    return this.nextOffset >= this.text.length
  }

  /** Where the line stands now, in the whole text. */
  get place(): number {
    return this.start + this.offset
  }

  get end(): number {
    return this.start + this.text.length
  }

  /** What follows the indentation. */
  get rest(): string {
    return this.text.slice(this.nextOffset)
  }

  /** What follows here, exactly; of a tab taken in part the remaining columns as spaces. */
  get raw(): string {
    const taken = this.text.charCodeAt(this.offset) === tab ? this.column % 4 : 0
    if (taken === 0 || !this.insideTab) return this.text.slice(this.offset)
    return ' '.repeat(4 - taken) + this.text.slice(this.offset + 1)
  }

  private insideTab = false

  skipIndent(): void {
    this.offset = this.nextOffset
    this.column = this.nextColumn
    this.insideTab = false
  }

  /** Takes characters that are neither spaces nor tabs. */
  skipMarks(count: number): void {
    this.skipIndent()
    this.offset += count
    this.column += count
    this.findNext()
  }

  /** Takes at most so many columns of indentation. */
  skipColumns(columns: number): void {
    let left = Math.min(columns, this.indent)
    while (left > 0) {
      const width = this.text.charCodeAt(this.offset) === tab ? 4 - (this.column % 4) : 1
      this.insideTab = width > left
      const taken = Math.min(width, left)
      this.column += taken
      left -= taken
      if (!this.insideTab) this.offset += 1
    }
  }

  private findNext(): void {
    let { offset, column } = this
    for (; offset < this.text.length; offset += 1) {
      const code = this.text.charCodeAt(offset)
      if (code === tab) column += 4 - (column % 4)
      else if (code === space) column += 1
      else break
    }
    this.nextOffset = offset
    this.nextColumn = column
  }
}
