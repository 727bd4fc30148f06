import { knownWords } from './common-words'

/** How well a text goes on after a context, in bits; fewer is likelier. */
export type Likelihood = (context: string, text: string) => number

const longestContext = 6
/** Before anything was read no character is less likely than this. */
const floor = 1 / 200
/** What the answer itself does counts more than what its language does. */
const ownWeight = 2

interface Followers {
  count: number
  /** How many different characters followed. */
  kinds: number
  readonly by: Map<string, number>
}
type Counts = Map<string, Followers>

let knownCounts: Counts | undefined

/**
 * A model of characters that predicts the next one from up to six before it (Witten and Bell's
 * smoothing), learnt from common words and from `texts`, the answer itself. It needs to tell only
 * `hello` from `helo` and a table's rhythm from an accident, so it is small.
 */
export function createLikelihood(texts: readonly string[]): Likelihood {
  knownCounts ??= countFollowers([...knownWords].map((word) => ` ${word} `))
  const known = knownCounts
  const own = countFollowers(texts)

  return (context, following) => {
    let bits = 0
    let before = context.slice(-longestContext)
    for (const character of following) {
      let share = floor
      for (let length = 0; length <= before.length; length += 1) {
        const seen = before.slice(before.length - length)
        const inWords = known.get(seen)
        const inAnswer = own.get(seen)
        if (inWords === undefined && inAnswer === undefined) break
        const kinds = Math.max(inWords?.kinds ?? 0, inAnswer?.kinds ?? 0)
        const count = (inWords?.count ?? 0) + ownWeight * (inAnswer?.count ?? 0)
        const times =
          (inWords?.by.get(character) ?? 0) + ownWeight * (inAnswer?.by.get(character) ?? 0)
        share = (times + kinds * share) / (count + kinds)
      }
      bits -= Math.log2(share)
      before = (before + character).slice(-longestContext)
    }
    return bits
  }
}

function countFollowers(texts: readonly string[]): Counts {
  const counts: Counts = new Map()
  for (const text of texts) {
    let before = ''
    for (const character of text) {
      for (let length = 0; length <= before.length; length += 1) {
        countFollower(counts, before.slice(before.length - length), character)
      }
      before = (before + character).slice(-longestContext)
    }
  }
  return counts
}

function countFollower(counts: Counts, context: string, character: string): void {
  let followers = counts.get(context)
  if (followers === undefined) {
    followers = { count: 0, kinds: 0, by: new Map() }
    counts.set(context, followers)
  }
  const times = followers.by.get(character) ?? 0
  if (times === 0) followers.kinds += 1
  followers.count += 1
  followers.by.set(character, times + 1)
}
