import type { Progress } from '../../shared/stream/progress'
import { type Answer, isRunning } from '../../shared/stream/reduce-answer'

/** What can be said of an answer's progress; `elapsedMs` is null where nobody knows. */
export type ShownProgress = Omit<Progress, 'elapsedMs'> & { readonly elapsedMs: number | null }

/** A break that is longer is not part of answering. */
const longestBreakMs = 60_000

/**
 * The progress of an answer without the time in which it did not run: it may have been resumed on
 * another day. `sessionStart`: when it began to run this time; null when this window does not know.
 */
export function withoutGap(
  progress: Progress,
  { startedAt, seams, state }: Pick<Answer, 'startedAt' | 'seams' | 'state'>,
  sessionStart: number | null,
): ShownProgress {
  const wasResumed =
    sessionStart === null
      ? (seams.length > 0 || state.kind === 'resuming') && progress.elapsedMs > longestBreakMs
      : sessionStart - startedAt > longestBreakMs
  if (!wasResumed) return progress
  const elapsedMs =
    sessionStart === null ? null : Math.max(0, progress.elapsedMs - (sessionStart - startedAt))
  // Over the last seconds a rate is right; over all of it, the gap would count.
  return {
    ...progress,
    elapsedMs,
    timeToFirstTextMs: null,
    wordsPerMinute: null,
    tokensPerSecond: isRunning(state) ? progress.tokensPerSecond : null,
  }
}
