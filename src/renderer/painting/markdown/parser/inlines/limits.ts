/**
 * How far back something open can reach, in UTF-16 units. Without such limits one stray character
 * would keep a text of any length from ever being settled. All depend on the source alone, and all
 * are far beyond what is written to be read.
 */
export const limits = {
  /** From one cut to the next at least. */
  run: 1000,
  /** From there on a cut needs no white space: text without any must not stay open either. */
  word: 2000,
  /** So many openers and brackets in one stretch are given up like those that are too far back. */
  marks: 400,
  /** So many elements in one block are drawn; what follows is shown as it is written. */
  elements: 3_000,
  /** So many openers and brackets as well. */
  marksOfBlock: 10_000,
  /** So far behind the last cut, openers that are `young` or older are given up … */
  long: 10_000,
  young: 2000,
  /** … and so far behind it all of them. */
  longest: 20_000,
  code: 10_000,
  address: 10_000,
  formula: 2000,
  title: 2000,
  /** Elements inside each other: deeper ones are shown as they are written. */
  depth: 60,
} as const

/** How long something unfinished is drawn as what it will probably be, or held back. */
export const unfinishedLimits = {
  emphasis: 1000,
  code: 1000,
  linkText: 300,
  dollarFormula: 200,
} as const
