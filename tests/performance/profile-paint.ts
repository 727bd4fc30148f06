import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Figure } from '../torture/figure'
import { told } from '../torture/figures'
import { sizes } from './answers'
import type { PaintingHarness } from './painting-harness'
import type { RendererName } from './painting-job'
import type { Recording } from './profile-recording'
import {
  type CpuProfile,
  type OwnTime,
  ownTimesOfEvents,
  ownTimesOfFunctions,
  type TraceEvent,
} from './profile-report'

const folder = resolve('out/bench/profile')
const mostFunctions = 40
const mostEvents = 25

/** Records one drawing in lockstep of the long answer, ours and the floor's, and prints where time went. */
export async function profileFigures(harness: PaintingHarness): Promise<readonly Figure[]> {
  await mkdir(folder, { recursive: true })
  const profile: CpuProfile = await recorded(harness, 'rivulet', 'cpu-profile')
  print('Functions by their own time, Rivulet, ms', ownTimesOfFunctions(profile), mostFunctions)

  const ours = ownTimesOfEvents(await traced(harness, 'rivulet'))
  const floor = ownTimesOfEvents(await traced(harness, 'floor'))
  const timeOf = (times: readonly OwnTime[], wanted: string): number =>
    times.find(({ name }) => name === wanted)?.time ?? 0
  return ours
    .slice(0, mostEvents)
    .flatMap(({ name, time }) => [
      told(`${name}, Rivulet`, time, 'ms'),
      told(`${name}, floor`, timeOf(floor, name), 'ms'),
    ])
}

async function traced(
  harness: PaintingHarness,
  renderer: RendererName,
): Promise<readonly TraceEvent[]> {
  const { traceEvents } = await recorded<{ readonly traceEvents: readonly TraceEvent[] }>(
    harness,
    renderer,
    'trace',
  )
  return traceEvents
}

async function recorded<Value>(
  { run }: PaintingHarness,
  renderer: RendererName,
  kind: Recording['kind'],
): Promise<Value> {
  const ending = kind === 'trace' ? 'trace.json' : 'cpuprofile'
  const file = join(folder, `${renderer}.${ending}`)
  const text = { kind: 'mixed', length: sizes.long } as const
  await run({ mode: 'lockstep', renderer, text, step: 512 }, { recording: { kind, file } })
  return JSON.parse(await readFile(file, 'utf8')) as Value
}

function print(title: string, times: readonly OwnTime[], most: number): void {
  console.log(`\n${title}, in ${folder}`)
  for (const { name, time } of times.slice(0, most)) {
    console.log(`${time.toFixed(1).padStart(9)}  ${name}`)
  }
}
