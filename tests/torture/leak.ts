import { connect } from 'node:net'
import { join } from 'node:path'
import type { Clock } from '../../src/main/answers/clock'
import type { History } from '../../src/main/history/history'
import { type Engine, openEngine } from './engine'
import { createFastClock } from './fast-clock'
import { startFaultServer } from './fault-server'
import { faultNames, faults } from './faults'
import type { Figure } from './figure'
import { atMost, exactly, none, told } from './figures'
import { collectGarbage, watchResources } from './held-resources'
import { inLanes } from './lanes'
import { seededRandom } from './seeded-random'
import { inTemporaryFolder } from './temporary-folder'
import { until } from './until'
import { askAndWatch } from './watched-answer'

const seed = 20_261_122
const answerCount = 1_000
/** What is made once and kept for all answers is not what is looked for. */
const warmUpCount = 200
const lanes = 10
const timesAsFast = 50
/** Of the process, in megabytes. */
const mayGrow = 20

/** 1,000 answers with random faults: nothing is left behind. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const watch = watchResources()
  const before = await watch.count()
  const server = await startFaultServer()
  const clock = createFastClock(timesAsFast)
  return inTemporaryFolder(async (folder) => {
    const engine = await openEngine({
      file: join(folder, 'history.sqlite'),
      clock: plantBreak ? neverCancelling(clock) : clock,
      providers: faultNames.map((_, index) => ({
        id: `fault-${index}`,
        name: 'Faulty',
        baseUrl: server.baseUrl,
        models: ['fake-1'],
      })),
      ...(plantBreak ? { throughHistory: hoarding } : {}),
    })
    const random = seededRandom(seed)
    await askMany(engine, warmUpCount, random)
    await quietened(server.openConnections)
    const idle = await watch.count()
    const memoryBefore = await memoryInMegabytes()

    const ends = await askMany(engine, answerCount, random)
    if (plantBreak) leaveSocketOpen(server.baseUrl)
    await quietened(server.openConnections)
    const openAtServer = await server.openConnections()
    const after = await watch.count()
    const memoryAfter = await memoryInMegabytes()
    const entries = engine.registry.size
    await engine.close()
    server.close()
    await new Promise((resolve) => setTimeout(resolve, 200))
    const closed = await watch.count()

    return [
      exactly('answers that ended', ends.length, answerCount),
      told('of them complete', ends.filter((kind) => kind === 'complete').length, ''),
      told('of them failed', ends.filter((kind) => kind === 'failed').length, ''),
      told('of them stopped', ends.filter((kind) => kind === 'stopped').length, ''),
      none('registry entries left', entries),
      none('connections open, as the server sees it', openAtServer),
      none('sockets left', after.sockets - before.sockets),
      none('timers left', Math.max(0, after.timers - idle.timers)),
      none('listeners more than after the warm-up', Math.max(0, after.listeners - idle.listeners)),
      none('timers left when the engine is closed', closed.timers - before.timers),
      none('listeners left when the engine is closed', closed.listeners - before.listeners),
      atMost('heap and buffers grown', memoryAfter.heap - memoryBefore.heap, mayGrow, 'MB'),
      atMost('resident memory grown', memoryAfter.resident - memoryBefore.resident, mayGrow, 'MB'),
    ]
  })
}

async function askMany(
  engine: Engine,
  count: number,
  random: () => number,
): Promise<readonly string[]> {
  const chosen = Array.from(
    { length: count },
    () => faultNames[Math.floor(random() * faultNames.length)] ?? '',
  )
  const ends = await inLanes(chosen, lanes, (name) => askOnce(engine, name))
  await until(() => engine.registry.size === 0)
  return ends
}

let asked = 0

async function askOnce(engine: Engine, name: string): Promise<string> {
  asked += 1
  const model = { providerId: `fault-${faultNames.indexOf(name)}`, modelId: 'fake-1' }
  const watched = await askAndWatch(engine, `Question ${asked}: ${name}`, model)
  const { deed } = faults[name] ?? {}
  const isOver = (): boolean => !engine.registry.isConversationRunning(watched.conversationId)
  if (deed === 'leaves') {
    watched.leave()
    await until(isOver)
    return 'unwatched'
  }
  if (deed === 'stops') {
    await until(() => hasReached(name, watched.answer().state.kind) || isOver())
    engine.registry.stop(watched.answerId)
  }
  return (await watched.ended).state.kind
}

/** Whether an answer is where it is to be stopped. */
function hasReached(name: string, state: string): boolean {
  if (name === 'stopped in the middle') return state === 'streaming'
  return name === 'stopped in a wait' ? state === 'waiting' : state === 'connecting'
}

/** A connection that is kept for the next request closes by itself after some seconds. */
async function quietened(openConnections: () => Promise<number>): Promise<void> {
  const end = performance.now() + 15_000
  while (performance.now() < end && (await openConnections()) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function memoryInMegabytes(): Promise<{ readonly heap: number; readonly resident: number }> {
  await collectGarbage()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 }
}

/** The first defect: a timer that was called off stays until its time. */
function neverCancelling(clock: Clock): Clock {
  return {
    now: clock.now,
    schedule(delay, callback) {
      let isCancelled = false
      clock.schedule(Math.max(delay, 3_600_000), () => isCancelled)
      const cancel = clock.schedule(delay, () => {
        if (!isCancelled) callback()
      })
      return () => {
        isCancelled = true
        cancel()
      }
    },
  }
}

/** The second: what was stored is kept in memory, with room for more. */
function hoarding(history: History): History {
  const hoard: unknown[] = []
  return {
    ...history,
    async endAnswer(answer) {
      hoard.push([answer, Buffer.alloc(64 * 1024, 1)])
      const controller = new AbortController()
      controller.signal.addEventListener('abort', () => hoard.pop())
      hoard.push(controller)
      return history.endAnswer(answer)
    },
  }
}

/** The third. */
function leaveSocketOpen(baseUrl: string): void {
  const { hostname, port } = new URL(baseUrl)
  connect(Number(port), hostname)
}
