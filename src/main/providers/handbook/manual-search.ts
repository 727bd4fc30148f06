import type { ManualSection } from './manual-sections'
import { meaningfulWords } from './manual-words'

export interface RankedSection {
  readonly section: ManualSection
  /** Higher is better; only comparable within one search. */
  readonly score: number
}

interface IndexedSection {
  readonly section: ManualSection
  /** The words of its title, and of each other way to ask for it. */
  readonly names: readonly ReadonlySet<string>[]
  readonly weights: ReadonlyMap<string, number>
  readonly length: number
}

/** Made once by {@link indexManual}. */
export interface ManualIndex {
  readonly sections: readonly IndexedSection[]
  readonly averageLength: number
  /** In how many sections a word occurs. */
  readonly occurrences: ReadonlyMap<string, number>
}

const titleWeight = 5
const alsoAskedWeight = 3
const pageWeight = 2
const saturation = 1.2
const lengthInfluence = 0.6

/** How much better a section is that has the question for a name. */
const namedBonus = 1

/** Of what the question asks, weighed by rarity, a section must cover this much to be an answer. */
const enoughCoverage = 0.5
/** Less is enough when the section is about just that. */
const enoughLikeness = 0.45

function indexSection(section: ManualSection): IndexedSection {
  const titleWords = meaningfulWords(section.title)
  const alsoAsked = section.alsoAsked.map(meaningfulWords)
  const weights = new Map<string, number>()
  const add = (words: readonly string[], weight: number) => {
    for (const word of words) weights.set(word, (weights.get(word) ?? 0) + weight)
  }
  const textWords = meaningfulWords(section.text)
  add(titleWords, titleWeight)
  add([...new Set(alsoAsked.flat())], alsoAskedWeight)
  add(meaningfulWords(section.page), pageWeight)
  add(textWords, 1)
  const names = [titleWords, ...alsoAsked].map((words) => new Set(words))
  return { section, names, weights, length: textWords.length }
}

/** Prepares the sections for {@link searchManual}. */
export function indexManual(sections: readonly ManualSection[]): ManualIndex {
  const indexed = sections.map(indexSection)
  const occurrences = new Map<string, number>()
  for (const { weights } of indexed) {
    for (const word of weights.keys()) occurrences.set(word, (occurrences.get(word) ?? 0) + 1)
  }
  const words = indexed.reduce((sum, { length }) => sum + length, 0)
  return { sections: indexed, averageLength: words / Math.max(1, indexed.length), occurrences }
}

/** Okapi BM25's measure of how much a word tells. */
function rarity(index: ManualIndex, word: string): number {
  const occurrences = index.occurrences.get(word) ?? 0
  return Math.log(1 + (index.sections.length - occurrences + 0.5) / (occurrences + 0.5))
}

/** Dice's measure of how alike two sets of words are, 0 to 1. */
function likeness(name: ReadonlySet<string>, asked: ReadonlySet<string>): number {
  const shared = [...asked].filter((word) => name.has(word)).length
  return shared === 0 ? 0 : (2 * shared) / (name.size + asked.size)
}

/**
 * The sections that answer the question, best first, by BM25 with titles counting more. Empty when
 * no section covers enough of it.
 */
export function searchManual(index: ManualIndex, question: string): readonly RankedSection[] {
  const asked = new Set(meaningfulWords(question))
  const rarities = new Map([...asked].map((word) => [word, rarity(index, word)]))
  const askedRarity = [...rarities.values()].reduce((sum, each) => sum + each, 0)
  const found: RankedSection[] = []
  for (const { section, names, weights, length } of index.sections) {
    const norm =
      saturation * (1 - lengthInfluence + (lengthInfluence * length) / index.averageLength)
    let score = 0
    let covered = 0
    for (const [word, rarity] of rarities) {
      const weight = weights.get(word)
      if (weight === undefined) continue
      score += (rarity * weight * (saturation + 1)) / (weight + norm)
      covered += rarity
    }
    const coverage = covered / askedRarity
    const named = Math.max(...names.map((name) => likeness(name, asked)))
    if (coverage >= enoughCoverage || named >= enoughLikeness) {
      found.push({ section, score: score * coverage * (1 + namedBonus * named) })
    }
  }
  return found.sort((left, right) => right.score - left.score)
}
