import { findMissingBreak } from './missing-break'
import { findOpenFence, mayRepeatOpener, skipRepeatedOpener } from './open-construct'
import { findOpeningPhrase, mayBecomePhrase } from './opening-phrase'
import {
  findOverlaps,
  findReplays,
  isRhythm,
  longestTail,
  strongEvidence,
  weighOverlap,
} from './overlap'
import { headOf, judgeRestart } from './restart'
import { chooseWeakOverlap, lookAhead } from './weak-overlap'

export type JoinDecision =
  /** More text is needed. */
  | { readonly kind: 'open' }
  /** Everything after the first `skip` characters is new and comes after `insert`. */
  | { readonly kind: 'join'; readonly skip: number; readonly insert: string }
  | { readonly kind: 'restarted' }
  /** All of it, from `from` on, stands in the partial already at each of `starts`, and may go on. */
  | { readonly kind: 'replaying'; readonly from: number; readonly starts: readonly number[] }

export interface JoinSituation {
  readonly partial: string
  readonly said: string
  /** Nothing follows. */
  readonly ended: boolean
  readonly reluctance: number
}

/** Up to here a decision may wait for more text, unless all of it is known from the partial. */
const patience = 400

interface Start {
  readonly at: number
  readonly doubtful: boolean
  /** White space with a line end in it is skipped. */
  readonly afterBreak?: boolean
}

/** Decides how what a model said goes on from the partial answer. Line ends are `\n` in both. */
export function decideJoin(situation: JoinSituation): JoinDecision {
  const { partial, said, ended, reluctance } = situation
  const waiting = !ended && said.length < patience
  const tail = partial.slice(-longestTail)
  const starts = findStarts(partial, tail, said)

  let strong = { skip: 0, weight: 0 }
  let replay: JoinDecision | undefined
  for (const { at, afterBreak } of starts) {
    const words = said.slice(at)
    const replays = replaysOf(partial, tail, words)
    if (replays.length > 0) replay ??= { kind: 'replaying', from: at, starts: replays }
    for (const length of findOverlaps(tail, words)) {
      const weight = isRhythm(tail, length) ? 0 : weighOverlap(words.slice(0, length))
      if (afterBreak && !mayComeAfterBreak(tail, length, weight)) continue
      if (weight >= strongEvidence && weight > strong.weight) strong = { skip: at + length, weight }
    }
    if (words.length >= partial.length && words.startsWith(partial)) {
      strong = { skip: at + partial.length, weight: Number.POSITIVE_INFINITY }
    }
  }
  if (replay !== undefined && !ended) return waiting ? { kind: 'open' } : replay
  if (strong.weight > 0) return { kind: 'join', skip: strong.skip, insert: '' }

  const lines = isBetweenLines(tail, said) ? tail : null
  // A beginning that is all there is may be a refrain.
  for (const { at } of replay === undefined ? starts : []) {
    const verdict = judgeRestart(headOf(partial), said.slice(at), !waiting, lines)
    if (verdict === 'restarted') return { kind: 'restarted' }
    if (verdict === 'open') return { kind: 'open' }
  }
  if (waiting && (mayBecomePhrase(said) || said.trim() === '')) return { kind: 'open' }
  const at = starts.find(({ doubtful }) => !doubtful)?.at ?? 0
  const words = said.slice(at)
  if (at > 0 && words.trim() === '') {
    return waiting ? { kind: 'open' } : { kind: 'join', skip: 0, insert: '' }
  }
  if (waiting && mayRepeatOpener(tail, words)) return { kind: 'open' }
  const weak = findOverlaps(tail, words)
  if (weak.length === 0) return joinAt(situation, at)
  if (waiting && words.length < Math.max(...weak) + lookAhead) return { kind: 'open' }
  const whole = joinAt(situation, at)
  const repeatsLine = weak.some((length) => tail.at(-length - 1) === '\n')
  if (whole.insert !== '' && !repeatsLine) return whole
  const length = chooseWeakOverlap({ tail, said: words, lengths: weak, reluctance, ended })
  return length === 0 ? joinAt(situation, at) : { kind: 'join', skip: at + length, insert: '' }
}

/** Where in `said` the continuation may begin; the first that is not doubtful is to be believed. */
function findStarts(partial: string, tail: string, said: string): readonly Start[] {
  const phrase = findOpeningPhrase(tail, said, () => findOpenFence(partial) !== null)
  const afterPhrase = phrase === null ? 0 : phrase.end
  const starts: Start[] = []
  for (const at of phrase?.doubtful === false ? [afterPhrase] : [...new Set([0, afterPhrase])]) {
    const doubtful = at !== 0 && phrase?.doubtful === true
    const opener = skipRepeatedOpener(partial, tail, said.slice(at))
    if (opener > 0) starts.push({ at: at + opener, doubtful })
    else starts.push({ at, doubtful })
    const space = /^\s+/u.exec(said.slice(at))?.[0] ?? ''
    if (space !== '') {
      starts.push({ at: at + space.length, doubtful: true, afterBreak: space.includes('\n') })
    }
  }
  return starts
}

function replaysOf(partial: string, tail: string, words: string): readonly number[] {
  if (words === '') return []
  const offset = partial.length - tail.length
  const starts = findReplays(tail, words).map((start) => start + offset)
  const atHead = offset > 0 && words.length < partial.length && partial.startsWith(words)
  return atHead ? [0, ...starts] : starts
}

/** Whether a repetition of so much may come after a line break; a paragraph often begins with a word of its heading. */
function mayComeAfterBreak(tail: string, length: number, weight: number): boolean {
  const before = tail.at(-length - 1) ?? '\n'
  return before === '\n' || weight >= 3 * strongEvidence
}

/** Whether no word stands in front of the seam in its line, or none behind it. */
function isBetweenLines(tail: string, said: string): boolean {
  return /^[^\p{L}\n]*\n/u.test(said) || !/\p{L}/u.test(tail.slice(tail.lastIndexOf('\n') + 1))
}

/** A model that goes on within its own message leaves nothing out. */
function joinAt(
  { partial, said, reluctance }: JoinSituation,
  at: number,
): Extract<JoinDecision, { kind: 'join' }> {
  const words = said.slice(at)
  const missing = reluctance > 0 ? '' : findMissingBreak(partial.slice(-longestTail), words)
  const insert = missing !== '' && findOpenFence(partial) !== null ? '' : missing
  return { kind: 'join', skip: at, insert }
}
