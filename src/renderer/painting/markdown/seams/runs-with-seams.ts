import type { InlineRun } from '../node'
import type { ParsedMarkdown } from '../parser/parse-markdown'
import { type Content, placeInSource } from './content'
import { inlinesWithSeam } from './inlines-with-seam'
import { madeOnce } from './made-once'
import { placeInRuns, type RunPlace, type SourceOfRuns } from './place-in-runs'
import { isGrowingAt } from './seam-page'

interface TextOfRuns {
  readonly runs: readonly InlineRun[]
  readonly end: number
}

/** Runs with a mark at offsets of the text, where `content` tells what they were read from. */
export function runsWithSeams(
  parsed: ParsedMarkdown,
  { runs, end }: TextOfRuns,
  offsets: readonly number[],
  content: () => Content,
): readonly InlineRun[] {
  let known: Content | null = null
  const places = offsets.map((offset) =>
    placeInRuns(runs, offset, parsed.progress.context, () => {
      known ??= content()
      return sourceOfRuns(parsed, known.source, placeInSource(known, offset), end)
    }),
  )
  return markedRuns(runs, places)
}

/** @param end of what was read, in the text */
export function sourceOfRuns(
  parsed: ParsedMarkdown,
  source: string,
  place: number,
  end: number,
): SourceOfRuns {
  const isGrowing = isGrowingAt(parsed, end)
  return { source, place, atEnd: parsed.growing ? [isGrowing, !isGrowing] : [false] }
}

const markedRun = madeOnce<InlineRun>()

export function markedRuns(
  runs: readonly InlineRun[],
  places: readonly RunPlace[],
): readonly InlineRun[] {
  if (runs.length === 0) return [{ inlines: [{ kind: 'seam' }] }]
  return runs.map((run, index) => {
    const own = places.filter((place) => place.index === index).map(({ at }) => at)
    if (own.length === 0) return run
    // From the last on: those before keep their places.
    const sorted = [...new Set(own)].toSorted((left, right) => right - left)
    return markedRun(run, sorted.join(), () => ({
      inlines: sorted.reduce(inlinesWithSeam, run.inlines),
    }))
  })
}
