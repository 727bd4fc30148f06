import { assertNever } from '../../shared/assert-never'
import type { ModelReference } from '../../shared/providers/provider'
import type { Failure } from '../../shared/stream/failure'
import type {
  AnswerEnd,
  AnswerEvent,
  RunningState,
  ServerCursor,
} from '../../shared/stream/stream-event'
import { leaveRunning } from '../providers/leave-running'
import type { ChatRequest, Provider, ProviderEvent } from '../providers/provider'
import { afterFailure } from './after-failure'
import type { AnswerPlan, AnswerStart, AnswerSurroundings } from './answer-plan'
import { type AttemptListener, type AttemptOutcome, runAttempt } from './attempt'
import { createHedge } from './hedge'
import { estimatedTokens, waitForLease } from './lease'
import type { Lease } from './limits/rate-limiter'
import { createWait } from './wait'
import type { Patience } from './watchdog'

/** UTF-16 units; beyond this an answer is a fault of the server. */
const longestAnswer = 64 * 1024 * 1024

export interface AnswerRunOptions {
  readonly plan: AnswerPlan
  readonly start: AnswerStart
  readonly surroundings: AnswerSurroundings
  readonly emit: (event: Exclude<AnswerEvent, AnswerEnd>) => void
  /** The server keeps everything that was emitted before. */
  readonly keep: (cursor: ServerCursor) => void
  /** The model started over: from now on everything belongs to another answer, which begins empty. */
  readonly restarted: (model: ModelReference) => void
  /** Called once, last. */
  readonly end: (event: AnswerEnd) => void
}

export interface AnswerRun {
  /** Ends the request on the wire and the answer as `answer-stopped`, at once. */
  stop(): void
  /** The same, but the answer can go on later: `answer-interrupted`. */
  interrupt(): void
  /** Ends a wait before the next attempt. */
  retryNow(): void
}

/**
 * One answer as a state machine: connecting, streaming, stalled, waiting, resuming, falling back, then
 * exactly one end. It holds the grammar whatever the provider does.
 */
export function startAnswerRun(options: AnswerRunOptions): AnswerRun {
  const { plan, surroundings } = options
  const abort = new AbortController()
  const wait = createWait(surroundings.clock, abort.signal)
  let ended = false
  let text = options.start.text
  let cursor = options.start.cursor
  let state: RunningState['kind'] | null = null
  let attempt = 0
  let stopAtServer = (): void => {}
  /** Shows what an attempt was cut in, unless another has said since what comes there. */
  let showUndecided = (): void => {}

  const emit = (event: Exclude<AnswerEvent, AnswerEnd>): void => {
    if (!ended) options.emit(event)
  }
  const enter = (next: RunningState): void => {
    if (state === next.kind && next.kind === 'streaming') return
    state = next.kind
    emit({ type: 'state-changed', state: next })
  }
  const end = (event: AnswerEnd): void => {
    if (ended) return
    // First the request: what its attempt still holds back belongs to the answer.
    abort.abort(event.type === 'answer-interrupted' ? leaveRunning : undefined)
    if (event.type !== 'answer-completed') showUndecided()
    if (ended) return
    ended = true
    if (event.type === 'answer-stopped') stopAtServer()
    options.end(event)
  }

  const requestTo = ({ modelId }: ModelReference, streaming: boolean): ChatRequest => ({
    modelId,
    messages: plan.messages,
    systemPrompt: plan.systemPrompt,
    temperature: plan.temperature,
    streaming,
    partial: text,
    cursor,
  })

  /** Hears one attempt; `progressed` tells whether it gave anything to show. */
  const hear = async (
    model: ModelReference,
    provider: Provider,
    lease: Lease | null,
    streaming: boolean,
  ): Promise<{ readonly outcome: AttemptOutcome; readonly progressed: boolean }> => {
    // Text that another server gives is beyond what this one keeps.
    if (!provider.keepsAnswers) cursor = null
    stopAtServer = () => {}
    let progressed = false
    let joining = text !== ''
    let isContinuation = text !== '' && cursor === null
    const show = (): void => {
      progressed = true
      enter({ kind: 'streaming' })
    }
    const listener: AttemptListener = {
      opened: (limits) => lease?.opened(limits),
      text(piece) {
        if (joining) {
          joining = false
          emit({ type: 'seam-marked', offset: text.length })
          surroundings.log({ event: 'resumed', model, attempt })
        }
        show()
        showUndecided = () => {}
        text += piece
        if (text.length > longestAnswer) end({ type: 'answer-failed', failure: tooLarge })
        else emit({ type: 'text-delta', text: piece })
      },
      reasoning(piece) {
        show()
        emit({ type: 'reasoning-delta', text: piece })
      },
      usage(usage) {
        // It counts this request, and of the answer only the rest.
        if (!isContinuation) emit({ type: 'usage-updated', usage })
      },
      cursor(reached) {
        cursor = reached
        if (!ended) options.keep(reached)
      },
      restarted(piece) {
        if (ended) return
        surroundings.log({ event: 'answer-restarted', model, attempt })
        options.restarted(model)
        joining = false
        isContinuation = false
        text = ''
        cursor = null
        state = null
        emit({ type: 'answer-started', model, attempt })
        listener.text(piece)
      },
      undecided(showRest) {
        showUndecided = showRest
      },
      stalled: (since) => enter({ kind: 'stalled', since }),
    }
    const outcome = await runAttempt({
      provider,
      request: requestTo(model, streaming),
      patience: streaming ? plan.patience : patienceForWhole(plan.patience),
      clock: surroundings.clock,
      signal: abort.signal,
      listener,
    })
    if (provider.keepsAnswers && cursor !== null) {
      // Between two attempts no request is open that could tell the server.
      stopAtServer = () =>
        void drain(provider.stream(requestTo(model, streaming), AbortSignal.abort()))
    }
    return { outcome, progressed }
  }

  async function* askSecond(
    model: ModelReference,
    request: ChatRequest,
    signal: AbortSignal,
  ): AsyncGenerator<ProviderEvent> {
    const ready = await surroundings.providerFor(model)
    if (!('provider' in ready)) {
      yield { type: 'failed', failure: ready }
      return
    }
    const lease = await ready.limiter?.acquire({ tokens: estimatedTokens(plan, text) }, signal)
    try {
      yield* ready.provider.stream({ ...request, modelId: model.modelId }, signal)
    } finally {
      lease?.release()
    }
  }

  /** Tries a model until it answers, or until there is no sense in trying it again. */
  const tryModel = async (
    chosen: ModelReference,
    second: ModelReference | undefined,
  ): Promise<Failure | 'ended'> => {
    let model = chosen
    let fruitless = 0
    let isInsisting = false
    let streaming = plan.streaming
    while (!ended) {
      attempt += 1
      emit({ type: 'answer-started', model, attempt })
      enter({ kind: text === '' && cursor === null ? 'connecting' : 'resuming' })
      const ready = await surroundings.providerFor(model)
      if (!('provider' in ready)) return ready
      const lease = await waitForLease(
        ready.limiter,
        { tokens: estimatedTokens(plan, text), insist: isInsisting },
        wait,
        abort.signal,
        (until, reason) => enter({ kind: 'waiting', reason, until }),
      )
      isInsisting = false
      if (ended) {
        lease?.release()
        break
      }
      if (state === 'waiting') enter({ kind: text === '' ? 'connecting' : 'resuming' })
      const asked =
        second === undefined || model === second || plan.hedgeAfter === null || text !== ''
          ? ready
          : {
              ...ready,
              provider: createHedge(
                ready.provider,
                (request, signal) => askSecond(second, request, signal),
                plan.hedgeAfter,
                surroundings.clock,
                (side) => {
                  if (side === 'first') return
                  model = second
                  surroundings.log({ event: 'fell-back', model, attempt })
                  emit({ type: 'answer-started', model, attempt })
                },
              ),
            }
      const hadCursor = cursor !== null
      const { outcome, progressed } = await hear(model, asked.provider, lease, streaming)
      if (outcome.type === 'failed' && outcome.failure.code === 'rate-limited') {
        lease?.refused({ retryAfterMs: outcome.failure.retryAfterMs, limits: outcome.limits })
      }
      lease?.release()
      if (outcome.type === 'completed') {
        end({ type: 'answer-completed', finishReason: outcome.finishReason })
        return 'ended'
      }
      if (outcome.type === 'aborted') {
        end({ type: 'answer-stopped' })
        return 'ended'
      }

      const { failure } = outcome
      surroundings.log({ event: 'attempt-failed', model, attempt, code: failure.code })
      const hasText = text !== ''
      if (outcome.cursorLost) cursor = null
      const inARow = progressed ? 0 : fruitless + 1
      const step = afterFailure(
        { outcome, streaming, hasText, hadCursor, fruitless: inARow },
        surroundings.isOnline,
        surroundings.random,
      )
      if (step.kind === 'give-up') return step.failure
      emit({ type: 'attempt-failed', failure })
      switch (step.kind) {
        case 'again':
          streaming &&= !step.plainly
          break
        case 'wait-for-network':
          fruitless = 0
          enter({ kind: 'waiting', reason: 'network', until: null })
          surroundings.log({ event: 'waited', model, attempt, code: failure.code })
          await wait.until((signal) => surroundings.whenNetworkBack(ready.origin ?? '', signal))
          break
        case 'wait': {
          const { waitMs } = step
          fruitless = inARow
          const reason = failure.code === 'rate-limited' ? 'rate-limit' : 'retry'
          enter({ kind: 'waiting', reason, until: surroundings.clock.now() + waitMs })
          surroundings.log({ event: 'waited', model, attempt, code: failure.code, waitMs })
          isInsisting = await wait.time(waitMs)
          break
        }
        default:
          assertNever(step)
      }
    }
    return 'ended'
  }

  const answer = async (): Promise<void> => {
    let last: Failure = brokenRun
    for (const [index, model] of plan.models.entries()) {
      if (index > 0) {
        emit({ type: 'attempt-failed', failure: last })
        surroundings.log({ event: 'fell-back', model, attempt })
        enter({ kind: 'falling-back', to: model })
      }
      const result = await tryModel(model, plan.models[index + 1])
      if (result === 'ended' || ended) return
      last = result
      surroundings.log({ event: 'answer-failed', model, attempt, code: last.code })
      // Another model must not go on in the middle of this one's sentence unless the user wants it.
      if (text !== '') break
    }
    end({ type: 'answer-failed', failure: last })
  }
  answer().catch(() => end({ type: 'answer-failed', failure: brokenRun }))

  return {
    stop: () => end({ type: 'answer-stopped' }),
    interrupt: () => end({ type: 'answer-interrupted' }),
    retryNow: wait.end,
  }
}

async function drain(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _event of events);
}

/** A whole answer comes only when its last word has been thought of. */
function patienceForWhole({ firstByte, betweenBytes }: Patience): Patience {
  return { firstByte: firstByte * 5, betweenBytes }
}

const tooLarge: Failure = {
  code: 'too-large',
  message:
    'The answer grew beyond 64 MB and was cut. What was received is kept; ask for the rest in a new question.',
  retryable: false,
}

const brokenRun: Failure = {
  code: 'internal',
  message:
    'Rivulet made a mistake while asking. What was received is kept. Retry; if it happens again, report it with Copy diagnostics.',
  retryable: true,
}
