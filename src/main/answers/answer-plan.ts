import type { ModelReference } from '../../shared/providers/provider'
import type { Failure } from '../../shared/stream/failure'
import type { ServerCursor } from '../../shared/stream/stream-event'
import type { LogEntry } from '../diagnostics/log-entry'
import type { ChatMessage, Provider } from '../providers/provider'
import type { Clock } from './clock'
import type { RateLimiter } from './limits/rate-limiter'
import type { Patience } from './watchdog'

/** What is to be answered, and how the user wants it. */
export interface AnswerPlan {
  /** The chosen one, then those to fall back on; never empty. */
  readonly models: readonly ModelReference[]
  /** Oldest first; the last one is the question. */
  readonly messages: readonly ChatMessage[]
  readonly systemPrompt: string
  readonly temperature: number | null
  readonly streaming: boolean
  readonly patience: Patience
  /** Ask the second model too when the first has said nothing for so many milliseconds; null: never. */
  readonly hedgeAfter: number | null
}

/** Where an answer begins: nowhere, or at what was kept of it. */
export interface AnswerStart {
  readonly text: string
  readonly cursor: ServerCursor | null
}

/** A provider that can be asked, with the limiter of its key; null where nothing limits it. */
export interface ReadyProvider {
  readonly provider: Provider
  readonly limiter: RateLimiter | null
  /** Of its server, such as `https://api.openai.com`; null where there is none. */
  readonly origin: string | null
}

/** What an answer needs of the world around it. */
export interface AnswerSurroundings {
  readonly clock: Clock
  /** In [0, 1), like `Math.random`. */
  readonly random: () => number
  readonly providerFor: (model: ModelReference) => Promise<ReadyProvider | Failure>
  readonly isOnline: () => boolean
  /** Resolves when the server can be reached again, or the signal is aborted. */
  readonly whenNetworkBack: (origin: string, signal: AbortSignal) => Promise<void>
  readonly log: (entry: RunLogEntry) => void
}

/** A failure or a recovery, without any text of the user's. */
export interface RunLogEntry extends Pick<LogEntry, 'event' | 'code' | 'waitMs'> {
  readonly model: ModelReference
  readonly attempt: number
}
