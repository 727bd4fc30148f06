import { spread } from '../../src/renderer/painting/paint-queue'
import type { Figure } from '../torture/figure'
import { atMost, median, none, percentile, told } from '../torture/figures'
import { sizes } from './answers'
import { droppedPercent, frameMilliseconds, longestGap } from './frame-times'
import type { LongTextName } from './long-texts'
import type { ByRenderer, RealTime, Suffered } from './paint-measurements'
import type { PaintingResult, RendererName } from './painting-job'
import type { SocketToPixel } from './socket-to-pixel'

const peers = ['streamdown', 'streaming-markdown', 'react-markdown'] as const
const fullNames: Readonly<Record<RendererName, string>> = {
  floor: 'floor',
  rivulet: 'Rivulet',
  'rivulet-remounted': 'Rivulet',
  'rivulet-appended': 'Rivulet',
  streamdown: 'Streamdown with code',
  'streaming-markdown': 'streaming-markdown',
  'react-markdown': 'react-markdown with highlighting',
}

export function lockstepFigures(results: ByRenderer): readonly Figure[] {
  const task = ({ task }: PaintingResult): number => task
  const against = (name: RendererName): number => ratio(results, task, 'rivulet', name)
  const megabytes = ({ heap }: PaintingResult): number => heap / 1e6
  const everybody = ['floor', 'rivulet', ...peers] as const
  return [
    atMost(
      'lockstep, 120 KB: main-thread time ÷ floor',
      against('floor'), // See docs/decisions/2026-11-22-cost-beside-the-floor.md.
      1.7,
      '',
    ),
    atMost('lockstep, 120 KB: ÷ Streamdown with code', against('streamdown'), 0.45, ''),
    atMost(
      'lockstep, 120 KB: ÷ react-markdown with highlighting',
      against('react-markdown'),
      0.08,
      '',
    ),
    told('lockstep, 120 KB: ÷ streaming-markdown', against('streaming-markdown'), ''),
    atMost(
      'JavaScript heap after 120 KB ÷ Streamdown with code',
      ratio(results, megabytes, 'rivulet', 'streamdown'),
      0.7,
      '',
    ),
    ...everybody.flatMap((name) => [
      ...(
        [
          ['main-thread time', task],
          ['script', ({ script }) => script],
          ['layout', ({ layout }) => layout],
          ['style', ({ style }) => style],
        ] as const satisfies readonly (readonly [string, (result: PaintingResult) => number])[]
      ).map(([what, value]) =>
        told(`lockstep, 120 KB, ${fullNames[name]}: ${what}`, middle(results, name, value), 'ms'),
      ),
      told(
        `lockstep, 120 KB, ${fullNames[name]}: ÷ floor`,
        ratio(results, task, name, 'floor'),
        '',
      ),
      told(`heap after 120 KB, ${fullNames[name]}`, middle(results, name, megabytes), 'MB'),
    ]),
  ]
}

export function growthFigure(exponent: number): Figure {
  return atMost('growth of script time from 15 to 120 KB, exponent', exponent, 1.1, '')
}

export function realTimeFigures({
  middle: at30,
  long,
  short,
  slowly,
}: RealTime): readonly Figure[] {
  const task = ({ task }: PaintingResult): number => task
  const dropped = ({ frames }: PaintingResult): number => droppedPercent(frames)
  const longest = ({ frames }: PaintingResult): number => longestGap(frames)
  const late = ({ untilPainted }: PaintingResult): number => untilPainted
  const perKilobyte = ({ elements }: PaintingResult): number => elements / (sizes.middle / 1024)
  const allowedDrops = (results: ByRenderer): number =>
    Math.max(1, rounded(middle(results, 'floor', dropped)))
  const longestAnywhere = Math.max(
    ...[short, at30, long].map((results) => middle(results, 'rivulet', longest)),
    ...slowly.map(longest),
  )
  return [
    atMost(
      'real time, 30 KB: main-thread time ÷ floor',
      ratio(at30, task, 'rivulet', 'floor'),
      // See docs/decisions/2026-11-22-cost-beside-the-floor.md.
      1.8,
      '',
    ),
    atMost('frames dropped, 30 KB', middle(at30, 'rivulet', dropped), allowedDrops(at30), '%'),
    atMost('frames dropped, 120 KB', middle(long, 'rivulet', dropped), allowedDrops(long), '%'),
    atMost('longest frame of any answer', longestAnywhere, 50, 'ms'),
    atMost(
      'last chunk to final paint, later than the floor',
      middle(at30, 'rivulet', late) - middle(at30, 'floor', late),
      rounded(frameMilliseconds),
      'ms',
    ),
    atMost('elements per KB, 30 KB', middle(at30, 'rivulet', perKilobyte), 80, ''),
    ...(['floor', 'rivulet', ...peers] as const).flatMap((name) => {
      const tell = (what: string, value: (result: PaintingResult) => number, unit: string) =>
        told(`real time, 30 KB, ${fullNames[name]}: ${what}`, middle(at30, name, value), unit)
      return [
        tell('main-thread time', task, 'ms'),
        told(`real time, 30 KB, ${fullNames[name]}: ÷ floor`, ratio(at30, task, name, 'floor'), ''),
        tell('frames dropped', dropped, '%'),
        tell('longest frame', longest, 'ms'),
        tell('last chunk to final paint', late, 'ms'),
        tell('elements', ({ elements }) => elements, ''),
      ]
    }),
    ...(['floor', 'rivulet'] as const).flatMap((name) => [
      told(
        `real time, 120 KB, ${fullNames[name]}: main-thread time`,
        middle(long, name, task),
        'ms',
      ),
      told(
        `real time, 120 KB, ${fullNames[name]}: frames dropped`,
        middle(long, name, dropped),
        '%',
      ),
    ]),
  ]
}

export function longTextFigures(frames: Readonly<Record<LongTextName, number>>): readonly Figure[] {
  return Object.entries(frames).map(([name, longest]) =>
    atMost(`longest frame, ${name}`, longest, 50, 'ms'),
  )
}

export function pathologicalFigures(all: readonly Suffered[]): readonly Figure[] {
  const worst = (value: (input: Suffered) => number): number => Math.max(...all.map(value))
  const task = ({ longestTask }: Suffered): number => longestTask
  const shown = ({ untilShown }: Suffered): number => untilShown
  const slowest = all.toSorted((one, other) => task(other) - task(one)).slice(0, 3)
  return [
    atMost('pathological inputs: longest task', worst(task), 50, 'ms'),
    atMost('pathological inputs: until shown', worst(shown), 1_000, 'ms'),
    told('pathological inputs', all.length, ''),
    ...slowest.flatMap((input) => [
      told(`pathological, ${input.name}: longest task`, task(input), 'ms'),
      told(`pathological, ${input.name}: until shown`, shown(input), 'ms'),
    ]),
  ]
}

export function comparisonFigures(found: {
  readonly compared: number
  readonly differing: number
}): readonly Figure[] {
  return [
    none('prefixes drawn unlike a fresh drawing', found.differing),
    told('prefixes compared', found.compared, ''),
  ]
}

export function socketToPixelFigures(rounds: readonly SocketToPixel[]): readonly Figure[] {
  const of = (place: keyof SocketToPixel, share: number): number =>
    median(rounds.map((round) => percentile(round[place], share)))
  const later = median(
    rounds.map(({ app, floor }) => percentile(app, 0.95) - percentile(floor, 0.95)),
  )
  return [
    atMost(
      'socket write to pixel, p95, later than the floor',
      later,
      rounded(spread + frameMilliseconds),
      'ms',
    ),
    told('socket write to pixel, p50', of('app', 0.5), 'ms'),
    told('socket write to pixel, p95', of('app', 0.95), 'ms'),
    told('socket write to pixel of the floor, p50', of('floor', 0.5), 'ms'),
    told('socket write to pixel of the floor, p95', of('floor', 0.95), 'ms'),
  ]
}

function middle(
  results: ByRenderer,
  name: RendererName,
  value: (result: PaintingResult) => number,
): number {
  return median((results[name] ?? []).map(value))
}

/** One's value ÷ another's, the middle of the rounds that both have. */
function ratio(
  results: ByRenderer,
  value: (result: PaintingResult) => number,
  name: RendererName,
  other: RendererName,
): number {
  const others = results[other] ?? []
  return median(
    (results[name] ?? [])
      .slice(0, others.length)
      .map((result, round) => value(result) / value(others[round] ?? result)),
  )
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
