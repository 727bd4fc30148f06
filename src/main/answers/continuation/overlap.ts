import { isInsideCharacter } from '../../../shared/text/surrogates'

/** How far back a model is expected to start its repetition, in UTF-16 units. */
export const longestTail = 4000

/**
 * The lengths by which `said` may repeat the end of `tail`: the last n characters of the one are the
 * first n of the other. Ascending, without zero.
 */
export function findOverlaps(tail: string, said: string): readonly number[] {
  const lengths: number[] = []
  const last = tail.charCodeAt(tail.length - 1)
  for (let length = 1; length <= Math.min(tail.length, said.length); length += 1) {
    if (said.charCodeAt(length - 1) !== last) continue
    const start = tail.length - length
    if (isInsideCharacter(tail, start) || !tail.startsWith(said.slice(0, length), start)) continue
    lengths.push(length)
  }
  return lengths
}

/** Where in `text` all of `said` stands without reaching its end, so that a repetition may be under way. */
export function findReplays(text: string, said: string): readonly number[] {
  const starts: number[] = []
  if (said === '') return starts
  let start = text.indexOf(said)
  while (start !== -1 && start + said.length < text.length) {
    starts.push(start)
    start = text.indexOf(said, start + 1)
  }
  return starts
}

/** From here on a repetition cannot be an accident. */
export const strongEvidence = 8

/**
 * How much it says that this text came twice: a letter one, a Chinese character more, signs and
 * spaces less, and a character that only repeats the one before it next to nothing.
 * Signs alone, as in the lines of a table, say half as much.
 */
export function weighOverlap(text: string): number {
  let weight = 0
  let previous = ''
  for (const character of text) {
    if (character === previous) weight += 0.1
    else if (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)
    )
      weight += 2.2
    else if (/[\p{L}\p{N}]/u.test(character)) weight += 1
    else weight += /\s/u.test(character) ? 0.5 : 0.7
    previous = character
  }
  return /[\p{L}\p{N}]/u.test(text) ? weight : weight / 2
}

/** Whether the last `length` characters only go on with a rhythm that the text before them has. */
export function isRhythm(tail: string, length: number): boolean {
  const repeated = tail.slice(-length)
  return length < 40 && tail.slice(0, -length).endsWith(repeated)
}
