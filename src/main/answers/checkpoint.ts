import type { Checkpoint } from '../history/history'
import type { Clock } from './clock'

/** Milliseconds from the first word that is not on disk to the write; leaves 50 of the promised 250 to the disk. */
const interval = 200

export interface Checkpointer {
  record(answerId: string, kind: 'text' | 'reasoning', text: string): void
  /** The whole answer is being stored otherwise: nothing of it is written any more. */
  forget(answerId: string): void
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
  const waiting = new Map<string, { offset: number; text: string; reasoning: string }>()
  let cancelTimer: (() => void) | null = null
  let writing = false

  const hasText = (): boolean =>
    [...waiting.values()].some(({ text, reasoning }) => text !== '' || reasoning !== '')

  const plan = (): void => {
    if (cancelTimer !== null || writing || !hasText()) return
    cancelTimer = clock.schedule(interval, () => {
      cancelTimer = null
      void commit()
    })
  }

  const commit = async (): Promise<void> => {
    const batch: Checkpoint[] = []
    for (const [answerId, { offset, text, reasoning }] of waiting) {
      if (text !== '' || reasoning !== '') batch.push({ answerId, offset, text, reasoning })
    }
    writing = true
    try {
      await write(batch)
      for (const { answerId, text, reasoning } of batch) {
        const rest = waiting.get(answerId)
        if (rest === undefined) continue
        rest.offset += text.length
        rest.text = rest.text.slice(text.length)
        rest.reasoning = rest.reasoning.slice(reasoning.length)
      }
    } catch (error) {
      report(error)
    } finally {
      writing = false
      plan()
    }
  }

  return {
    record(answerId, kind, text) {
      const entry = waiting.get(answerId) ?? { offset: 0, text: '', reasoning: '' }
      waiting.set(answerId, entry)
      entry[kind] += text
      plan()
    },
    forget(answerId) {
      waiting.delete(answerId)
      if (!hasText()) {
        cancelTimer?.()
        cancelTimer = null
      }
    },
  }
}
