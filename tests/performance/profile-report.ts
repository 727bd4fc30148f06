/** What a thing cost by itself, without what it called, in milliseconds. */
export interface OwnTime {
  readonly name: string
  readonly time: number
}

/** As `Profiler.stop` of the developer tools gives it; times in microseconds. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
    }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** The functions that took longest by themselves, the longest first. */
export function ownTimesOfFunctions({
  nodes,
  samples,
  timeDeltas,
}: CpuProfile): readonly OwnTime[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const place = url === '' ? '' : ` ${url.slice(url.lastIndexOf('/') + 1)}:${lineNumber + 1}`
      return [id, `${functionName === '' ? '(anonymous)' : functionName}${place}`]
    }),
  )
  return longestFirst(
    samples.map((id, index) => ({
      name: names.get(id) ?? '',
      // A sample stands for the time until the next one.
      time: Math.max(0, timeDeltas[index + 1] ?? 0) / 1000,
    })),
  )
}

/** As the browser's trace has it; times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur?: number
  readonly pid: number
  readonly tid: number
  readonly args?: { readonly name?: string }
}

/** What the events on the main threads of pages took by themselves, the longest first. */
export function ownTimesOfEvents(events: readonly TraceEvent[]): readonly OwnTime[] {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const times: OwnTime[] = []
  for (const thread of mainThreads) {
    const own = events
      .filter((event) => event.ph === 'X' && threadOf(event) === thread)
      .toSorted((left, right) => left.ts - right.ts || (right.dur ?? 0) - (left.dur ?? 0))
    const open: { readonly end: number; readonly name: string; time: number }[] = []
    const closeUntil = (time: number): void => {
      for (let last = open.at(-1); last !== undefined && last.end <= time; last = open.at(-1)) {
        times.push({ name: groupOf(last.name), time: last.time / 1000 })
        open.pop()
      }
    }
    for (const { name, ts, dur = 0 } of own) {
      closeUntil(ts)
      const around = open.at(-1)
      if (around !== undefined) around.time -= dur
      open.push({ name, end: ts + dur, time: dur })
    }
    closeUntil(Number.POSITIVE_INFINITY)
  }
  return longestFirst(times)
}

/** The many steps of a collection are one thing to the reader. */
function groupOf(name: string): string {
  return /^(V8\.GC|BlinkGC|MinorGC|MajorGC|CppGC)/.test(name) ? 'garbage collection' : name
}

function longestFirst(parts: readonly OwnTime[]): readonly OwnTime[] {
  const sums = new Map<string, number>()
  for (const { name, time } of parts) sums.set(name, (sums.get(name) ?? 0) + time)
  return [...sums]
    .map(([name, time]) => ({ name, time }))
    .toSorted((left, right) => right.time - left.time)
}
