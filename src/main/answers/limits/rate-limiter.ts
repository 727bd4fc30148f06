import type { RateLimits } from '../../providers/provider'
import type { Clock } from '../clock'
import { gateOf, type LimiterReason, spacingOf } from './gate'
import {
  afterAcceptance,
  afterRefusal,
  afterRequest,
  afterSilence,
  initialState,
  type LimiterState,
  type Refusal,
} from './limiter-state'
import type { Sent } from './sent-log'
import { createWaitingLine } from './waiting-line'

/** The right to send one request. Its holder tells what became of it; only the first word counts. */
export interface Lease {
  /** The server has accepted it, with these limits in its headers. */
  opened(limits: RateLimits | undefined): void
  /** The server has refused it because it has had too many. */
  refused(refusal: Refusal): void
  /** It is over; where neither was told, the server said nothing. */
  release(): void
}

export interface WantedRequest {
  /** What it costs of a limit on tokens: an estimate. */
  readonly tokens: number
  /** The user insists: past the line and past every limit. */
  readonly insist?: boolean
}

/** Tells when a request will leave: milliseconds since the epoch, or null where nobody can know. */
export type OnWaiting = (until: number | null, reason: LimiterReason) => void

export interface RateLimiter {
  /**
   * Waits until the request may leave, in the order of asking. Null when the signal is aborted first.
   * @param onWaiting is called when it has to wait, and again when that changes
   */
  acquire(request: WantedRequest, signal: AbortSignal, onWaiting?: OnWaiting): Promise<Lease | null>
  /** Requests that wait. */
  readonly waiting: number
}

/** Sends no request that the server has said it would refuse. One for each provider and key. */
export function createRateLimiter({ clock }: { readonly clock: Clock }): RateLimiter {
  let state: LimiterState = initialState
  const line = createWaitingLine<Lease>({
    clock,
    gate: ({ tokens }) => gateOf(state, tokens, clock.now()),
    spacing: () => spacingOf(state),
    admit: ({ tokens }) => lend(tokens),
  })

  const lend = (tokens: number): Lease => {
    state = afterRequest(state, tokens, clock.now())
    const sent = state.log.at(-1)
    let isTold = false
    const tell = (next: (sent: Sent) => LimiterState): void => {
      if (isTold || sent === undefined) return
      isTold = true
      state = next(sent)
      line.move()
    }
    return {
      opened: (limits) => tell((sent) => afterAcceptance(state, sent, limits, clock.now())),
      refused: (refusal) => tell((sent) => afterRefusal(state, sent, refusal, clock.now())),
      release: () => tell((sent) => afterSilence(state, sent)),
    }
  }

  return {
    acquire({ tokens, insist = false }, signal, onWaiting = () => {}) {
      if (signal.aborted) return Promise.resolve(null)
      if (insist) return Promise.resolve(lend(tokens))
      return line.join({ tokens }, signal, onWaiting)
    },
    get waiting() {
      return line.length
    },
  }
}
