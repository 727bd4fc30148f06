import type { ServerCursor } from '../../shared/stream/stream-event'
import type { Checkpoint } from '../history/history'
import type { Clock } from './clock'

/** Milliseconds from the first word that is not on disk to the write; leaves 50 of the promised 250 to the disk. */
const interval = 200

export interface Checkpointer {
  record(answerId: string, kind: 'text' | 'reasoning', text: string): void
  /** Where the server can go on after everything that was recorded. */
  reach(answerId: string, cursor: ServerCursor): void
  /** The answer is on disk up to this offset (UTF-16 units); what is recorded comes after it. */
  begin(answerId: string, offset: number): void
  /**
   * The answer has ended: nothing of it is written any more.
   * @returns what was not yet on its way to disk
   */
  take(answerId: string): Checkpoint | null
}

/**
 * Brings the text of running answers to disk. A write that fails keeps its text for the next one.
 * @param write commits durably or rejects
 * @param report is told of a refusal
 */
export function createCheckpointer(
  clock: Clock,
  write: (checkpoints: readonly Checkpoint[]) => Promise<void>,
  report: (error: unknown) => void,
): Checkpointer {
  const waiting = new Map<string, Waiting>()
  let cancelTimer: (() => void) | null = null
  let writing = false

  const hasNews = (): boolean => [...waiting.values()].some(isNews)

  const entryOf = (answerId: string): Waiting => {
    const entry = waiting.get(answerId) ?? { ...nothingYet }
    waiting.set(answerId, entry)
    return entry
  }
  const plan = (): void => {
    if (cancelTimer !== null || writing || !hasNews()) return
    cancelTimer = clock.schedule(interval, () => {
      cancelTimer = null
      void commit()
    })
  }

  const unwritten = (answerId: string, entry: Waiting): Checkpoint | null => {
    const { offset, text, reasoning, cursor } = entry
    return isNews(entry) ? { answerId, offset, text, reasoning, cursor } : null
  }

  const commit = async (): Promise<void> => {
    const batch: Checkpoint[] = []
    for (const [answerId, entry] of waiting) {
      const checkpoint = unwritten(answerId, entry)
      if (checkpoint === null) continue
      batch.push(checkpoint)
      waiting.set(answerId, { ...nothingYet, offset: entry.offset + entry.text.length })
    }
    writing = true
    try {
      await write(batch)
    } catch (error) {
      report(error)
      // One that cannot be stored must not hold up the others.
      for (const checkpoint of batch) {
        if (batch.length === 1) putBack(checkpoint)
        else await writeAlone(checkpoint)
      }
    } finally {
      writing = false
      plan()
    }
  }
  const writeAlone = async (checkpoint: Checkpoint): Promise<void> => {
    try {
      await write([checkpoint])
    } catch {
      putBack(checkpoint)
    }
  }

  const putBack = ({ answerId, offset, text, reasoning, cursor }: Checkpoint): void => {
    const entry = waiting.get(answerId)
    if (entry === undefined) return
    waiting.set(answerId, {
      offset,
      text: text + entry.text,
      reasoning: reasoning + entry.reasoning,
      cursor: entry.cursor ?? cursor,
    })
  }

  return {
    begin(answerId, offset) {
      waiting.set(answerId, { ...nothingYet, offset })
    },
    record(answerId, kind, text) {
      entryOf(answerId)[kind] += text
      plan()
    },
    reach(answerId, cursor) {
      entryOf(answerId).cursor = cursor
      plan()
    },
    take(answerId) {
      const entry = waiting.get(answerId)
      waiting.delete(answerId)
      if (!hasNews()) {
        cancelTimer?.()
        cancelTimer = null
      }
      return entry === undefined ? null : unwritten(answerId, entry)
    },
  }
}

interface Waiting {
  offset: number
  text: string
  reasoning: string
  cursor: ServerCursor | null
}

const nothingYet: Readonly<Waiting> = { offset: 0, text: '', reasoning: '', cursor: null }

function isNews({ text, reasoning, cursor }: Readonly<Waiting>): boolean {
  return text !== '' || reasoning !== '' || cursor !== null
}
