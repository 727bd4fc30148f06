import type { Failure } from '../../shared/stream/failure'
import type { FinishReason, Usage } from '../../shared/stream/stream-event'
import { type ChatChunk, readChunk } from './chat-chunk'
import { isErrorBody } from './error-explanation'
import type { ProviderEnd, ProviderEvent } from './provider'
import { createReasoningTags } from './reasoning-tags'
import { createEventDecoder, type ServerSentEvent } from './server-sent-events'

/** What can be wrong with an answer that was accepted with status 200. */
export type AnswerProblem =
  | 'truncated'
  | 'malformed'
  | 'web-page'
  | 'no-completion'
  | 'too-large'
  | 'content-filtered'
  | { readonly errorBody: unknown }

export interface ChatAnswer {
  /** Events of these bytes. After an end nothing more is to be pushed. */
  push(bytes: Uint8Array): readonly ProviderEvent[]
  /**
   * `open`: more is to come. `finished`: the provider's word of completion is there, only usage can
   * follow. `done`: the provider has said that nothing follows. `ended`: the end was returned.
   */
  readonly phase: 'open' | 'finished' | 'done' | 'ended'
  /** The body has ended: what was held back, then the end. */
  close(): readonly ProviderEvent[]
  /** Something else ended it: what was held back, then that end. */
  closeWith(end: ProviderEnd): readonly ProviderEvent[]
}

const eventSizeLimit = 8 * 1024 * 1024
/** White space, and the bytes of a byte order mark. */
const bytesBeforeABody = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf])

/**
 * The body of an accepted chat request as provider events, from bytes that may be cut anywhere. The
 * body decides by its first character what it is, because content types lie: events, one JSON
 * document, or a web page.
 */
export function createChatAnswer(describe: (problem: AnswerProblem) => Failure): ChatAnswer {
  const decoder = createEventDecoder(eventSizeLimit)
  const tags = createReasoningTags()
  const document = new TextDecoder()
  let kind: 'unknown' | 'events' | 'document' = 'unknown'
  let phase: ChatAnswer['phase'] = 'open'
  let documentText = ''
  let completionSeen = false
  let foreignEventSeen = false
  let finishReason: string | null = null
  let usage: Usage | null = null

  const failed = (problem: AnswerProblem): readonly ProviderEvent[] =>
    end({ type: 'failed', failure: describe(problem) })

  const end = (event: ProviderEnd): readonly ProviderEvent[] => {
    phase = 'ended'
    return [...tags.flush(), event]
  }

  const readCompletion = (chunk: ChatChunk): readonly ProviderEvent[] => {
    completionSeen = true
    const events: ProviderEvent[] = []
    if (chunk.reasoning !== '') events.push({ type: 'reasoning', text: chunk.reasoning })
    events.push(...tags.push(chunk.text))
    if (chunk.finishReason !== null && finishReason === null) {
      finishReason = chunk.finishReason
      phase = 'finished'
      events.push(...tags.flush())
    }
    if (chunk.usage !== null && !sameUsage(chunk.usage, usage)) {
      usage = chunk.usage
      events.push({ type: 'usage', usage })
    }
    return events
  }

  const readEvent = ({ name, data, complete }: ServerSentEvent): readonly ProviderEvent[] => {
    if (phase === 'done') return []
    if (data.trim() === '[DONE]') {
      phase = 'done'
      return []
    }
    const value = parse(data)
    // After the provider's own word of completion nothing can make the answer incomplete.
    if (finishReason === null && value === undefined && complete) {
      return failed(name === 'error' ? { errorBody: data } : 'malformed')
    }
    if (finishReason === null && value !== undefined && (name === 'error' || isErrorBody(value))) {
      return failed({ errorBody: value })
    }
    const chunk = readChunk(value, 'delta')
    if (chunk !== null) return readCompletion(chunk)
    foreignEventSeen = true
    return []
  }

  const readDocument = (): readonly ProviderEvent[] => {
    const value = parse(documentText)
    if (value === undefined) return failed('malformed')
    if (isErrorBody(value)) return failed({ errorBody: value })
    const chunk = readChunk(value, 'message')
    return chunk === null ? failed('no-completion') : readCompletion(chunk)
  }

  const endOfBody = (): readonly ProviderEvent[] => {
    if (finishReason === null) {
      const isEventStream = decoder.recognised && !foreignEventSeen
      return failed(completionSeen || isEventStream ? 'truncated' : 'no-completion')
    }
    if (finishReason === 'content_filter') return failed('content-filtered')
    if (finishReason === 'error') return failed({ errorBody: null })
    return end({ type: 'completed', finishReason: finishReasonOf(finishReason) })
  }

  return {
    get phase() {
      return phase
    },
    push(bytes) {
      let rest = bytes
      if (kind === 'unknown') {
        const start = bytes.findIndex((byte) => !bytesBeforeABody.has(byte))
        if (start === -1) return []
        rest = bytes.subarray(start)
        const first = String.fromCharCode(rest[0] ?? 0)
        if (first === '<') return failed('web-page')
        kind = first === '{' || first === '[' ? 'document' : 'events'
      }
      if (kind === 'document') {
        documentText += document.decode(rest, { stream: true })
        return documentText.length > eventSizeLimit ? failed('too-large') : []
      }
      const events: ProviderEvent[] = []
      for (const event of decoder.push(rest)) {
        events.push(...readEvent(event))
        if (phase === 'ended') return events
      }
      if (!decoder.overflowed) return events
      return [...events, ...(finishReason === null ? failed('too-large') : endOfBody())]
    },
    close() {
      const events = kind === 'document' ? readDocument() : decoder.finish().flatMap(readEvent)
      return phase === 'ended' ? events : [...events, ...endOfBody()]
    },
    closeWith(event) {
      return event.type === 'failed' && finishReason !== null ? endOfBody() : end(event)
    },
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sameUsage(left: Usage, right: Usage | null): boolean {
  return left.inputTokens === right?.inputTokens && left.outputTokens === right.outputTokens
}

function finishReasonOf(word: string): FinishReason {
  switch (word) {
    case 'stop':
    case 'length':
      return word
    case 'tool_calls':
    case 'function_call':
      return 'tool-calls'
    default:
      return 'other'
  }
}
