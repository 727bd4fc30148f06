import { assertNever } from '../../shared/assert-never'
import type { ModelReference } from '../../shared/providers/provider'
import type { AnswerEnd, AnswerEvent } from '../../shared/stream/stream-event'
import type { ChatRequest, Provider, ProviderEnd, ProviderEvent } from '../providers/provider'

/** UTF-16 units; beyond this an answer is a fault of the server. */
const longestAnswer = 64 * 1024 * 1024

export interface AnswerRunOptions {
  readonly provider: Provider
  readonly request: ChatRequest
  readonly model: ModelReference
  readonly emit: (event: Exclude<AnswerEvent, AnswerEnd>) => void
  /** Called once, last. */
  readonly end: (event: AnswerEnd) => void
}

export interface AnswerRun {
  /** Ends the request on the wire and the answer as `answer-stopped`, at once. */
  stop(): void
  /** The same, but the answer can go on later: `answer-interrupted`. */
  interrupt(): void
}

/** Starts one answer. It holds the grammar whatever the provider does: one start, one end, nothing after. */
export function startAnswerRun(options: AnswerRunOptions): AnswerRun {
  const { provider, request, model, emit } = options
  const abort = new AbortController()
  let ended = false
  let streaming = false
  let length = 0

  const end = (event: AnswerEnd): void => {
    if (ended) return
    ended = true
    abort.abort()
    options.end(event)
  }

  const accept = (event: Exclude<ProviderEvent, ProviderEnd>): void => {
    if (event.type === 'opened' || event.type === 'activity' || event.type === 'cursor') return
    if (event.type === 'usage') {
      emit({ type: 'usage-updated', usage: event.usage })
      return
    }
    if (event.text === '') return
    if (!streaming) {
      streaming = true
      emit({ type: 'state-changed', state: { kind: 'streaming' } })
    }
    length += event.text.length
    if (length > longestAnswer) {
      end({ type: 'answer-failed', failure: tooLarge })
      return
    }
    emit({ type: event.type === 'text' ? 'text-delta' : 'reasoning-delta', text: event.text })
  }

  const receive = async (): Promise<void> => {
    for await (const event of provider.stream(request, abort.signal)) {
      if (ended) return
      if (isProviderEnd(event)) end(endOf(event))
      else accept(event)
    }
    end({ type: 'answer-failed', failure: brokenPort })
  }

  emit({ type: 'answer-started', model, attempt: 1 })
  receive().catch((error: unknown) => {
    end({
      type: 'answer-failed',
      failure: { ...brokenPort, message: `${brokenPort.message} (${nameOf(error)})` },
    })
  })

  return {
    stop: () => end({ type: 'answer-stopped' }),
    interrupt: () => end({ type: 'answer-interrupted' }),
  }
}

const tooLarge = {
  code: 'too-large',
  message: 'The answer grew beyond 64 MB and was cut. What was received is kept.',
  retryable: false,
} as const

/** A provider that breaks its law is a defect of ours, and still must not lose the answer. */
const brokenPort = {
  code: 'internal',
  message: 'Rivulet made a mistake while receiving this answer. What was received is kept.',
  retryable: true,
} as const

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}

function isProviderEnd(event: ProviderEvent): event is ProviderEnd {
  return event.type === 'completed' || event.type === 'aborted' || event.type === 'failed'
}

function endOf(event: ProviderEnd): AnswerEnd {
  switch (event.type) {
    case 'completed':
      return { type: 'answer-completed', finishReason: event.finishReason }
    case 'aborted':
      return { type: 'answer-stopped' }
    case 'failed':
      return { type: 'answer-failed', failure: event.failure }
    default:
      return assertNever(event)
  }
}
