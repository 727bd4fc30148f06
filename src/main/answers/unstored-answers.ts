import type { Answer } from '../../shared/stream/reduce-answer'
import type { Clock } from './clock'

export interface UnstoredAnswers {
  /** Keeps an answer whose end the disk refused, and stores it as soon as the disk takes it. */
  keep(answer: Answer): void
  find(answerId: string): Answer | undefined
  /** Tries now; resolves when all are stored or refused again. */
  tryNow(): Promise<void>
}

/** Milliseconds between tries. */
const shortestPause = 1000
const longestPause = 30_000

/**
 * @param store commits durably or rejects
 * @param stored is called when an answer has found its way to disk after all
 */
export function createUnstoredAnswers(
  clock: Clock,
  store: (answer: Answer) => Promise<void>,
  stored: () => void,
): UnstoredAnswers {
  const answers = new Map<string, Answer>()
  let pause = shortestPause
  let cancel: (() => void) | null = null

  const plan = (): void => {
    if (cancel !== null || answers.size === 0) return
    cancel = clock.schedule(pause, () => {
      cancel = null
      pause = Math.min(pause * 2, longestPause)
      void tryNow()
    })
  }
  const tryNow = async (): Promise<void> => {
    cancel?.()
    cancel = null
    for (const [id, answer] of answers) {
      try {
        await store(answer)
        answers.delete(id)
        pause = shortestPause
        stored()
      } catch {
        break
      }
    }
    plan()
  }
  return {
    keep(answer) {
      answers.set(answer.id, answer)
      plan()
    },
    find: (answerId) => answers.get(answerId),
    tryNow,
  }
}
