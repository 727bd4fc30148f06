/** Where a text holds another: from one offset to the other, the latter not included. */
export interface PlaceIn {
  readonly from: number
  readonly to: number
}

/** What finds a text, without overlaps, in others; all of them are folded. */
export interface Finding {
  readonly countIn: (text: string) => number
  readonly placesIn: (text: string) => readonly PlaceIn[]
}

/** Where spaces are wanted any white space within a line will do, as on the page. Null for an empty text. */
export function findingOf(wanted: string): Finding | null {
  if (wanted === '') return null
  const pattern = new RegExp(
    wanted.replaceAll(syntax, '\\$&').replaceAll(/\s+/g, '[^\\S\\n]+'),
    'g',
  )
  const placesIn = (text: string): readonly PlaceIn[] =>
    Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
      from: index,
      to: index + found.length,
    }))
  return {
    placesIn,
    countIn(text) {
      let count = 0
      pattern.lastIndex = 0
      while (pattern.test(text)) count += 1
      return count
    },
  }
}

const syntax = /[\\^$.*+?()[\]{}|/-]/g
