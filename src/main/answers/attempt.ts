import type { Failure } from '../../shared/stream/failure'
import type { FinishReason, ServerCursor, Usage } from '../../shared/stream/stream-event'
import { leaveRunning } from '../providers/leave-running'
import type { ChatRequest, Provider, ProviderEvent, RateLimits } from '../providers/provider'
import type { Clock } from './clock'
import { createContinuationJoiner, type JoinStep } from './continuation/continuation-joiner'
import { createWatchdog, type Patience } from './watchdog'

/** What an attempt tells while it runs. */
export interface AttemptListener {
  opened(limits: RateLimits | undefined): void
  /** Goes on after what was there before. */
  text(text: string): void
  reasoning(text: string): void
  usage(usage: Usage): void
  cursor(cursor: ServerCursor): void
  /** The model began anew; this is what it says now, and `text` goes on after it. */
  restarted(text: string): void
  /** It was cut while it was open how this is joined. `show` joins it as well as can be known. */
  undecided(show: () => void): void
  /** Nothing to show came since then, in milliseconds since the epoch. */
  stalled(since: number): void
}

export type AttemptOutcome =
  | { readonly type: 'completed'; readonly finishReason: FinishReason }
  | { readonly type: 'aborted' }
  | {
      readonly type: 'failed'
      readonly failure: Failure
      readonly limits: RateLimits | undefined
      readonly streamRefused: boolean
      readonly cursorLost: boolean
    }

/**
 * Makes one request and hears it out. The text of a continued answer is joined to what was there: the
 * listener never hears a word twice. Resolves with the end; never rejects.
 */
export async function runAttempt(options: {
  readonly provider: Provider
  readonly request: ChatRequest
  readonly patience: Patience
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly listener: AttemptListener
}): Promise<AttemptOutcome> {
  const { provider, request, patience, clock, signal, listener } = options
  const abort = new AbortController()
  const joiner =
    request.partial === '' || request.cursor !== null
      ? null
      : createContinuationJoiner(request.partial, { exact: provider.continuesExactly ?? false })
  const take = (steps: readonly JoinStep[]): void => {
    for (const step of steps) {
      if (step.type === 'restarted') listener.restarted(step.text)
      else if (step.text !== '') listener.text(step.text)
    }
  }
  const stop = (): void => {
    take(joiner?.finish('cut') ?? [])
    abort.abort(signal.reason)
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop)

  let hasCursor = false
  let expiredWith: Failure | null = null
  const limits = { ...patience, withoutText: withoutText(provider) }
  const watchdog = createWatchdog(clock, limits, listener.stalled, (failure) => {
    expiredWith = failure
    abort.abort(leaveRunning)
  })

  const accept = (event: ProviderEvent): AttemptOutcome | null => {
    switch (event.type) {
      case 'opened':
        listener.opened(event.limits)
        return null
      case 'activity':
        watchdog.bytes()
        return null
      case 'text':
      case 'reasoning':
        watchdog.text()
        if (event.type === 'reasoning') listener.reasoning(event.text)
        else take(joiner?.push(event.text) ?? [{ type: 'text', text: event.text }])
        return null
      case 'usage':
        listener.usage(event.usage)
        return null
      case 'cursor':
        watchdog.bytes()
        hasCursor = true
        listener.cursor(event.cursor)
        return null
      default:
        return outcomeOf(event)
    }
  }

  const hear = async (): Promise<AttemptOutcome> => {
    for await (const event of provider.stream(request, abort.signal)) {
      if (abort.signal.aborted && event.type !== 'aborted') break
      const outcome = accept(event)
      if (outcome !== null) return outcome
    }
    return abort.signal.aborted ? { type: 'aborted' } : failedWith(brokenPort)
  }

  try {
    const heard = await hear().catch(() => failedWith(brokenPort))
    const outcome = expiredWith !== null && !signal.aborted ? failedWith(expiredWith) : heard
    // Nothing that was received may stay behind in the joiner.
    const rest = joiner?.finish(outcome.type === 'completed' ? 'complete' : 'cut') ?? []
    // What follows a cursor is said by the server without what came before it.
    if (outcome.type !== 'failed' || (hasCursor && !outcome.cursorLost)) take(rest)
    else if (rest.length > 0) listener.undecided(() => take(rest))
    return outcome
  } finally {
    watchdog.release()
    signal.removeEventListener('abort', stop)
    abort.abort(leaveRunning)
  }
}

/** Milliseconds without anything to show. A kept answer may be polled for, and comes whole at its end. */
function withoutText({ keepsAnswers }: Provider): number {
  return keepsAnswers ? 60 * 60_000 : 5 * 60_000
}

function outcomeOf(
  event: Extract<ProviderEvent, { type: 'completed' | 'aborted' | 'failed' }>,
): AttemptOutcome {
  if (event.type !== 'failed') return event
  const { failure, limits, streamRefused = false, cursorLost = false } = event
  return { type: 'failed', failure, limits, streamRefused, cursorLost }
}

function failedWith(failure: Failure): AttemptOutcome {
  return { type: 'failed', failure, limits: undefined, streamRefused: false, cursorLost: false }
}

/** A provider that breaks its law is a defect of ours, and still must not lose the answer. */
const brokenPort: Failure = {
  code: 'internal',
  message:
    'Rivulet made a mistake while receiving this answer. What was received is kept. Retry; if it happens again, report it with Copy diagnostics.',
  retryable: true,
}
