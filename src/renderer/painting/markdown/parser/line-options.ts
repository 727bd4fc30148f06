export interface LineOptions {
  /** The line has no end yet, and may go on. */
  readonly unfinished: boolean
  /** The containers up to this one of the stack have taken their signs already. */
  readonly from?: number
  /** Formulas are taken for ordinary text. */
  readonly plainMath?: boolean
}

/** What is left out of the document: the part of an unfinished line behind the signs of containers. */
export interface Held {
  readonly rest: string
}
