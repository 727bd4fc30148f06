import { pathologicalInputs } from '../fixtures/pathological'
import { median } from '../torture/figures'
import { sizes } from './answers'
import { longestGap } from './frame-times'
import { type LongTextName, longTextNames } from './long-texts'
import type { PaintingHarness } from './painting-harness'
import type { PaintingResult, RendererName, TextSource } from './painting-job'
import { longRounds, pathologicalRounds, rounds } from './rounds'

/** Results of rounds, by renderer; the same index is the same round. */
export type ByRenderer = Readonly<Partial<Record<RendererName, readonly PaintingResult[]>>>

/** What our text is drawn by: the app's component, or the same with a defect. */
type Ours = 'rivulet' | 'rivulet-remounted'

const step = 512
const mixed = (length: number): TextSource => ({ kind: 'mixed', length })

export async function lockstepByRenderer(
  { run }: PaintingHarness,
  ours: Ours,
): Promise<ByRenderer> {
  const text = mixed(sizes.long)
  const job = (renderer: RendererName) => run({ mode: 'lockstep', renderer, text, step })
  await job('floor')
  return inTurns({
    floor: [rounds, () => job('floor')],
    rivulet: [rounds, () => job(ours)],
    streamdown: [rounds, () => job('streamdown')],
    'streaming-markdown': [rounds, () => job('streaming-markdown')],
    'react-markdown': [longRounds, () => job('react-markdown')],
  })
}

/** One round of our script time over four sizes, each twice the one before. */
export async function growthRound(
  { run }: PaintingHarness,
  ours: Ours,
): Promise<readonly { readonly size: number; readonly cost: number }[]> {
  const points = []
  for (const size of [sizes.long / 8, sizes.long / 4, sizes.long / 2, sizes.long]) {
    const { script } = await run({ mode: 'lockstep', renderer: ours, text: mixed(size), step })
    points.push({ size, cost: script })
  }
  return points
}

export interface RealTime {
  readonly middle: ByRenderer
  readonly long: ByRenderer
  readonly short: ByRenderer
  /** The short answer and the middle one, ours, at 250 chunks a second. */
  readonly slowly: readonly PaintingResult[]
}

export async function realTimeByRenderer({ run }: PaintingHarness, ours: Ours): Promise<RealTime> {
  const job = (renderer: RendererName, text: TextSource, chunksPerSecond: number) =>
    run({ mode: 'real-time', renderer, text, chunksPerSecond, averageChunk: 4 })
  const prose: TextSource = { kind: 'prose', length: sizes.short }
  const both = (count: number, text: TextSource) =>
    ({
      floor: [count, () => job('floor', text, 1_000)],
      rivulet: [count, () => job(ours, text, 1_000)],
    }) as const
  return {
    short: await inTurns(both(rounds, prose)),
    middle: await inTurns({
      ...both(rounds, mixed(sizes.middle)),
      streamdown: [longRounds, () => job('streamdown', mixed(sizes.middle), 1_000)],
      'streaming-markdown': [
        longRounds,
        () => job('streaming-markdown', mixed(sizes.middle), 1_000),
      ],
      'react-markdown': [longRounds, () => job('react-markdown', mixed(sizes.middle), 1_000)],
    }),
    long: await inTurns(both(longRounds, mixed(sizes.long))),
    slowly: [await job(ours, prose, 250), await job(ours, mixed(sizes.middle), 250)],
  }
}

/** The longest frame, in milliseconds, while a long text streams in chunks of 16 characters. */
export async function longTextFrames({
  run,
}: PaintingHarness): Promise<Readonly<Record<LongTextName, number>>> {
  const longest: [LongTextName, number][] = []
  for (const name of longTextNames) {
    const { frames } = await run({
      mode: 'real-time',
      renderer: 'rivulet',
      text: { kind: 'long-text', name },
      chunksPerSecond: 1_000,
      averageChunk: 16,
    })
    longest.push([name, longestGap(frames)])
  }
  return Object.fromEntries(longest) as Record<LongTextName, number>
}

/** What a text did to the window; all in milliseconds. */
export interface Suffered {
  readonly name: string
  readonly longestTask: number
  readonly untilShown: number
}

/** Where nothing is shown after so many milliseconds, nothing will be. */
const patience = 30_000

export async function pathologicalInTurn(harness: PaintingHarness): Promise<readonly Suffered[]> {
  const suffered: Suffered[] = []
  for (const name of Object.keys(pathologicalInputs)) {
    const times: Omit<Suffered, 'name'>[] = []
    for (let round = 0; round < pathologicalRounds; round += 1) {
      times.push(await sufferedBy(harness, name))
    }
    suffered.push({
      name,
      longestTask: median(times.map(({ longestTask }) => longestTask)),
      untilShown: median(times.map(({ untilShown }) => untilShown)),
    })
  }
  return suffered
}

function sufferedBy({ run }: PaintingHarness, name: string): Promise<Omit<Suffered, 'name'>> {
  const text: TextSource = { kind: 'pathological', name }
  return run({ mode: 'whole', renderer: 'rivulet', text }, { limit: patience }).then(
    ({ longTasks, untilPainted }) => ({
      longestTask: Math.max(0, ...longTasks),
      untilShown: untilPainted,
    }),
    () => ({ longestTask: patience, untilShown: patience }),
  )
}

/** How many drawings that grew are unlike a fresh drawing of the same text. */
export async function unlikeFreshDrawings(
  { run }: PaintingHarness,
  ours: 'rivulet' | 'rivulet-appended',
): Promise<{ readonly compared: number; readonly differing: number }> {
  let compared = 0
  let differing = 0
  for (const [text, stepsBetween] of [
    [{ kind: 'prose', length: sizes.short }, 1],
    [mixed(sizes.middle), 4],
    [mixed(sizes.long), 24],
  ] as const) {
    const found = await run({ mode: 'comparison', renderer: ours, text, step: 500, stepsBetween })
    compared += found.compared
    differing += found.differing
  }
  return { compared, differing }
}

type Turns = Readonly<
  Partial<Record<RendererName, readonly [count: number, job: () => Promise<PaintingResult>]>>
>

/** A round after the other, in each everybody once: what drifts, drifts for all. */
async function inTurns(turns: Turns): Promise<ByRenderer> {
  const results: Partial<Record<RendererName, PaintingResult[]>> = {}
  const entries = Object.entries(turns) as [RendererName, NonNullable<Turns[RendererName]>][]
  const most = Math.max(...entries.map(([, [count]]) => count))
  for (let round = 0; round < most; round += 1) {
    for (const [name, [count, job]] of entries) {
      if (round >= count) continue
      results[name] = [...(results[name] ?? []), await job()]
    }
  }
  return results
}
