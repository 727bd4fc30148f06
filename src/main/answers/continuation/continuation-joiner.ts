import { endsInHalf } from '../../../shared/text/surrogates'
import { decideJoin } from './join-decision'

export type JoinStep =
  /** Comes after everything that the user has. */
  | { readonly type: 'text'; readonly text: string }
  /** The model started over: all it has said in this attempt. What follows goes on from this text. */
  | { readonly type: 'restarted'; readonly text: string }

export interface ContinuationJoiner {
  push(text: string): readonly JoinStep[]
  /**
   * What is still held back, joined as well as it can be known. All of it, but where the model was cut
   * while it said again the answer from its beginning.
   */
  finish(end: 'complete' | 'cut'): readonly JoinStep[]
}

export interface ContinuationJoinerOptions {
  /**
   * The request made the model go on within its own message, so that it has no cause to repeat
   * itself: a short repetition then needs more evidence.
   */
  readonly exact?: boolean
}

/** Bits of evidence that a short repetition needs in addition where none is expected. */
const reluctanceWhereExact = 25

/**
 * Joins what a model says to the partial answer that it was asked to go on with, so that the whole
 * reads as if it had never been interrupted. Text is held back only while it is open how it goes on:
 * for some characters mostly, for 400 at most, and longer only while every word of it is known from
 * the partial.
 *
 * Decided for certain: a repetition of some words or more, however long; a repetition of everything;
 * an opening phrase; a fence or a table that is opened again; a beginning like the partial's, where
 * that is long enough; that a line end alone is no repetition.
 *
 * Not decidable for certain: whether one to three characters that equal the last ones are a
 * repetition or the text (`to` + `o three`; `50` + `0 ml`). There the likelier text is taken, by
 * letters, words, rows, brackets and indentation; of digits an exact continuation is believed. The
 * mistakes that remain mostly add or take a letter, a sign or a space. A word is rarely at stake:
 * where the text itself begins two words alike (`of an` + ` answer`), or repeats a word or a cell of
 * a few letters (`; token` + `; tokens`).
 */
export function createContinuationJoiner(
  partial: string,
  { exact = false }: ContinuationJoinerOptions = {},
): ContinuationJoiner {
  const known = unifyLineEnds(partial.endsWith('\r') ? partial.slice(0, -1) : partial)
  let held: string[] = []
  let unread = ''
  let replay: { starts: readonly number[]; length: number } | null = null
  let decided = partial === ''
  /** The partial was cut inside of a line end, whose first half may come again. */
  let returned = partial.endsWith('\r')

  const show = (text: string): readonly JoinStep[] => {
    if (text === '') return []
    const shown = returned && text.startsWith('\r') ? text.slice(1) : text
    returned = false
    return [{ type: 'text', text: shown }]
  }

  const settle = (skip: number, insert: string): readonly JoinStep[] => {
    decided = true
    const said = held.join('')
    held = []
    const rest = said.slice(rawLength(said, skip))
    return show(insert + rest)
  }
  const restart = (): readonly JoinStep[] => {
    decided = true
    returned = false
    const text = held.join('')
    held = []
    return [{ type: 'restarted', text }]
  }

  const decide = (ended: boolean): readonly JoinStep[] => {
    const said = unifyLineEnds(held.join(''))
    const decision = decideJoin({
      partial: known,
      said,
      ended,
      reluctance: exact ? reluctanceWhereExact : 0,
    })
    switch (decision.kind) {
      case 'open':
        return []
      case 'join':
        return settle(decision.skip, decision.insert)
      case 'restarted':
        return restart()
      case 'replaying':
        replay = { starts: decision.starts, length: said.length - decision.from }
        return []
    }
  }

  /** Follows a long repetition without reading again what it has read. */
  const follow = (piece: string): readonly JoinStep[] => {
    if (replay === null) return []
    const { starts, length } = replay
    const said = unifyLineEnds(piece)
    const finished = starts.find((start) => {
      const left = known.length - start - length
      return left <= said.length && known.startsWith(said.slice(0, left), start + length)
    })
    if (finished !== undefined)
      return settle(unifiedLength(held) - (length + said.length - (known.length - finished)), '')
    const remaining = starts.filter((start) => known.startsWith(said, start + length))
    if (remaining.length > 0) {
      replay = { starts: remaining, length: length + said.length }
      return []
    }
    replay = null
    return starts.includes(0) ? restart() : decide(false)
  }

  const accept = (piece: string): readonly JoinStep[] => {
    if (piece === '') return []
    if (decided) return show(piece)
    held.push(piece)
    return replay === null ? decide(false) : follow(piece)
  }

  return {
    push(text) {
      const all = unread + text
      const whole = all.endsWith('\r') || endsInHalf(all)
      unread = whole ? all.slice(-1) : ''
      return accept(whole ? all.slice(0, -1) : all)
    },
    finish(end) {
      const steps = accept(unread)
      unread = ''
      if (decided || held.length === 0) return steps
      const startsOver = replay?.starts.includes(0) === true
      return startsOver && end === 'cut' ? settle(unifiedLength(held), '') : decide(true)
    },
  }
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text
}

function unifiedLength(pieces: readonly string[]): number {
  return pieces.reduce((length, piece) => length + unifyLineEnds(piece).length, 0)
}

/** How many characters of a text its first `length` are that remain when its line ends are unified. */
function rawLength(text: string, length: number): number {
  if (!text.includes('\r')) return length
  let index = 0
  for (let counted = 0; counted < length; counted += 1)
    index += text.startsWith('\r\n', index) ? 2 : 1
  return index
}
