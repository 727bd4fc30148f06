import {
  type ContinuationJoiner,
  createContinuationJoiner,
} from '../../src/main/answers/continuation/continuation-joiner'
import { documents } from '../unit/answers/continuation/documents'
import { repeatFences, repeatHeader } from '../unit/answers/continuation/reopening-model'
import type { Figure } from './figure'
import { none, told } from './figures'
import { seededRandom } from './seeded-random'

const cutPoints = 200
const longestRepetition = 200
/** Up to here a repetition and an accident can be one and the same text; see the joiner. */
const undecidable = 3

const openings = [
  'Sure, here is the continuation:\n\n',
  'Continuing from where I left off…\n\n',
  'I apologize for the interruption. Let me continue from where I left off:\n\n',
  '(continued)\n\n',
  '…',
  'Natürlich, hier ist die Fortsetzung:\n\n',
  'Bien sûr, voici la suite :\n\n',
  'Claro, aquí está la continuación:\n\n',
  '好的，以下是后续内容：\n\n',
]

interface Said {
  readonly model: string
  readonly text: string
  /** The request lets the model go on within its own message. */
  readonly exact?: boolean
  /** It starts over, in other words, and this has to be noticed. */
  readonly restarts?: true
}

/** Cuts answers at 200 places and has models of all kinds go on with them, in pieces of any size. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const random = seededRandom(20_260)
  const tally = createTally()
  for (let index = 0; index < cutPoints; index += 1) {
    const document = documents[index % documents.length] ?? ''
    const cut = outsidePairs(document, 40 + Math.floor(random() * (document.length - 41)))
    const partial = document.slice(0, cut)
    for (const said of answersOf(document, cut)) {
      const joiner = plantBreak
        ? naiveJoiner
        : createContinuationJoiner(partial, { exact: said.exact ?? false })
      tally.count(document, said, listen(joiner, partial, said.text, random))
    }
  }
  return tally.figures()
}

const naiveJoiner: ContinuationJoiner = {
  push: (text) => [{ type: 'text', text }],
  finish: () => [],
}

function answersOf(document: string, cut: number): readonly Said[] {
  const rest = document.slice(cut)
  const repeating = (length: number): string => document.slice(outsidePairs(document, cut - length))
  const all: Said[] = [
    { model: 'continues exactly', text: rest },
    { model: 'continues exactly', text: rest, exact: true },
    { model: 'restarts word for word', text: document },
    { model: 'restarts in other words', text: inOtherWords(document), restarts: true },
    {
      model: 'restarts in other words',
      text: `${document.slice(0, Math.min(cut - 1, 130))}; or rather, let me put it in another way.`,
      restarts: true,
    },
    { model: 'opens a fence or a table again', text: repeatFences(document, cut) },
    { model: 'opens a fence or a table again', text: repeatHeader(document, cut) },
  ]
  for (let length = 1; length <= Math.min(longestRepetition, cut); length += 1) {
    const some = length <= undecidable ? `1 to ${undecidable}` : `${undecidable + 1} to 200`
    all.push({ model: `repeats ${some} characters`, text: repeating(length) })
  }
  for (const opening of openings) {
    all.push({ model: 'adds an opening phrase', text: opening + rest })
    all.push({ model: 'adds an opening phrase', text: opening + repeating(30) })
    all.push({ model: 'adds an opening phrase', text: opening + document })
  }
  return all
}

function listen(
  joiner: ContinuationJoiner,
  partial: string,
  said: string,
  random: () => number,
): { readonly text: string; readonly restarted: string | null } {
  let text = partial
  let restarted: string | null = null
  const take = (steps: ReturnType<ContinuationJoiner['finish']>): void => {
    for (const step of steps) {
      if (step.type === 'restarted') restarted = step.text
      else if (restarted === null) text += step.text
      else restarted += step.text
    }
  }
  for (let at = 0; at < said.length; ) {
    const length = 1 + Math.floor(random() ** 3 * 30)
    take(joiner.push(said.slice(at, at + length)))
    at += length
  }
  take(joiner.finish('complete'))
  return { text, restarted }
}

function createTally() {
  const identical = new Map<string, { same: number; of: number }>()
  let twice = 0
  let lost = 0
  let unmarked = 0
  let falselyMarked = 0
  return {
    count(
      document: string,
      said: Said,
      { text, restarted }: { readonly text: string; readonly restarted: string | null },
    ): void {
      const entry = identical.get(said.model) ?? { same: 0, of: 0 }
      identical.set(said.model, entry)
      entry.of += 1
      if (said.restarts) {
        if (restarted === said.text && document.startsWith(text)) entry.same += 1
        else unmarked += 1
        return
      }
      if (restarted !== null) falselyMarked += 1
      else if (text === document) entry.same += 1
      const words = restarted === null ? countWords(text) - countWords(document) : 0
      if (words > 0) twice += 1
      if (words < 0) lost += 1
    },
    figures: (): readonly Figure[] => [
      ...[...identical].map(([model, { same, of }]) => share(model, same, of)),
      none('restarts without a mark', unmarked),
      none('continuations marked as restarts', falselyMarked),
      none('joins with words twice', twice),
      none('joins with words lost', lost),
      told(
        'joins',
        [...identical.values()].reduce((sum, { of }) => sum + of, 0),
        '',
      ),
    ],
  }
}

function share(model: string, same: number, of: number): Figure {
  const value = Math.round((10_000 * same) / of) / 100
  const isDecidable = !model.includes(`1 to ${undecidable} `)
  return {
    id: model.startsWith('restarts in')
      ? `${model}: both versions kept`
      : `${model}: text identical`,
    value,
    unit: '%',
    limit: isDecidable ? '= 100' : '≥ 95',
    holds: isDecidable ? same === of : value >= 95,
  }
}

/** A number is one word, whatever separates its digits. */
function countWords(text: string): number {
  const words = /\p{Script=Han}|\p{N}+(?:[.,:]\p{N}+)*|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu
  return text.match(words)?.length ?? 0
}

function outsidePairs(text: string, index: number): number {
  return /[\udc00-\udfff]/u.test(text[index] ?? '') ? index - 1 : index
}

/** The same answer said again: every ninth word is another one. */
function inOtherWords(document: string): string {
  let count = 0
  return document.replace(/\p{Script=Han}|[\p{L}]{2,}/gu, (word) => {
    count += 1
    if (count % 9 !== 4) return word
    return /\p{Script=Han}/u.test(word) ? '新' : 'rather'
  })
}
