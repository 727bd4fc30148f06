import type { BoundedMemory } from '../bounded-memory'
import type { DiagramFrame } from './diagram-frame'
import type { DiagramReply } from './diagram-message'
import type { DiagramResult } from './diagram-result'
import type { DiagramTheme } from './diagram-theme'

/** How long a frame may take to be ready, and then for each diagram, in milliseconds. */
export const patience = 10_000
/** How long a frame is kept that nobody needs, in milliseconds: it is a whole process. */
export const keptIdle = 60_000

const tooSlow = `This diagram was given up: drawing it took longer than ${patience / 1_000} seconds.`
const notStarted = 'The part of Rivulet that draws diagrams did not start.'

export interface Surroundings {
  readonly openFrame: (hear: (reply: DiagramReply) => void) => DiagramFrame
  /** Calls after that many milliseconds; returns what prevents it. */
  readonly schedule: (call: () => void, milliseconds: number) => () => void
  readonly memory: BoundedMemory<DiagramResult>
}

export interface DiagramRenderer {
  /** The result when it is known already. */
  readonly known: (source: string, theme: DiagramTheme) => DiagramResult | undefined
  /**
   * Draws, or waits for the same that is being drawn already.
   * @returns takes the wish back; what nobody wants any more is not begun
   */
  readonly draw: (
    source: string,
    theme: DiagramTheme,
    done: (result: DiagramResult) => void,
  ) => () => void
  /** Gets a frame ready for a diagram that is about to come. */
  readonly prepare: () => void
}

interface Job {
  readonly key: string
  readonly source: string
  readonly theme: DiagramTheme
  readonly waiting: Set<(result: DiagramResult) => void>
}

/**
 * Draws one diagram after the other in one frame. A frame that takes too long is thrown away, and the
 * next diagram gets a new one.
 */
export function createDiagramRenderer({
  openFrame,
  schedule,
  memory,
}: Surroundings): DiagramRenderer {
  const jobs = new Map<string, Job>()
  let frame: DiagramFrame | null = null
  let isReady = false
  let current: { readonly id: number; readonly job: Job } | null = null
  let lastId = 0
  let cancelTimer = (): void => {}

  const setTimer = (call: () => void, milliseconds: number): void => {
    cancelTimer()
    cancelTimer = schedule(call, milliseconds)
  }
  const close = (): void => {
    cancelTimer()
    frame?.close()
    frame = null
    isReady = false
  }
  const open = (): void => {
    frame = openFrame(hear)
    setTimer(() => {
      close()
      const unable = [...jobs.values()]
      jobs.clear()
      // Not remembered: it says nothing about the diagrams.
      for (const job of unable) tell(job, { kind: 'problem', reason: notStarted })
    }, patience)
  }
  const finish = (job: Job, result: DiagramResult): void => {
    current = null
    jobs.delete(job.key)
    memory.set(job.key, result)
    tell(job, result)
    proceed()
  }
  const begin = (opened: DiagramFrame, job: Job): void => {
    lastId += 1
    current = { id: lastId, job }
    setTimer(() => {
      close()
      finish(job, { kind: 'problem', reason: tooSlow })
    }, patience)
    opened.post({ id: lastId, source: job.source, theme: job.theme })
  }
  const proceed = (): void => {
    if (current !== null) return
    const [job] = jobs.values()
    if (frame === null) {
      if (job !== undefined) open()
    } else if (isReady) {
      if (job === undefined) setTimer(close, keptIdle)
      else begin(frame, job)
    }
  }
  const hear = (reply: DiagramReply): void => {
    if (reply.kind === 'ready') {
      isReady = true
      proceed()
    } else if (reply.id === current?.id) {
      const { kind } = reply
      finish(
        current.job,
        kind === 'picture' ? { kind, picture: reply.picture } : { kind, reason: reply.reason },
      )
    }
  }

  return {
    known: (source, theme) => memory.get(keyOf(source, theme)),
    draw(source, theme, done) {
      const key = keyOf(source, theme)
      const job = jobs.get(key) ?? { key, source, theme, waiting: new Set() }
      job.waiting.add(done)
      jobs.set(key, job)
      proceed()
      return () => {
        job.waiting.delete(done)
        const isWanted = job.waiting.size > 0 || current?.job === job
        if (!isWanted && jobs.get(key) === job) jobs.delete(key)
      }
    },
    prepare() {
      if (frame === null) open()
    },
  }
}

function tell(job: Job, result: DiagramResult): void {
  for (const done of job.waiting) done(result)
}

function keyOf(source: string, theme: DiagramTheme): string {
  return `${Object.values(theme).join(' ')}\n${source}`
}
