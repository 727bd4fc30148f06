import type { Failure } from '../../shared/stream/failure'
import { isErrorBody } from './error-explanation'
import { parseJson } from './parse-json'
import type { ProviderEnd, ProviderEvent } from './provider'
import { createEventDecoder, type ServerSentEvent } from './server-sent-events'

/** What can be wrong with an answer that was accepted with status 200. */
export type AnswerProblem =
  | 'truncated'
  | 'malformed'
  | 'web-page'
  | 'no-completion'
  | 'too-large'
  | 'content-filtered'
  | 'answer-differs'
  | { readonly errorBody: unknown }

export type DescribeProblem = (problem: AnswerProblem) => Failure

/** What one event, or one whole document, says. */
export interface Reading {
  readonly events: readonly ProviderEvent[]
  /** The provider's own word of how the answer ended. Null: it goes on. */
  readonly word: ProviderEnd | null
}

/** How one API says things. */
export interface Dialect {
  /** Null: this is not of the API. After the word of the end it may still be asked, for the usage. */
  readEvent(value: unknown, name: string): Reading | null
  readDocument(value: unknown): Reading | null
  /** Gives up what was held back. */
  flush(): readonly ProviderEvent[]
  /** Whether something of use may follow the word of the end. */
  readonly afterWord: 'finished' | 'done'
}

export interface AnswerBody {
  /** Events of these bytes. After an end nothing more is to be pushed. */
  push(bytes: Uint8Array): readonly ProviderEvent[]
  /**
   * `open`: more is to come. `finished`: the provider's word of the end is there, only usage can
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
 * The body of an accepted request as provider events, from bytes that may be cut anywhere. The body
 * decides by its first character what it is, because content types lie: events, one JSON document, or
 * a web page.
 */
export function createAnswerBody(dialect: Dialect, describe: DescribeProblem): AnswerBody {
  const decoder = createEventDecoder(eventSizeLimit)
  const document = new TextDecoder()
  let kind: 'unknown' | 'events' | 'document' = 'unknown'
  let phase: AnswerBody['phase'] = 'open'
  let documentText = ''
  let answerSeen = false
  let foreignEventSeen = false
  let word: ProviderEnd | null = null

  const failed = (problem: AnswerProblem): readonly ProviderEvent[] =>
    end({ type: 'failed', failure: describe(problem) })

  const end = (event: ProviderEnd): readonly ProviderEvent[] => {
    phase = 'ended'
    return [...dialect.flush(), event]
  }

  const accept = (reading: Reading): readonly ProviderEvent[] => {
    answerSeen = true
    if (word === null && reading.word !== null) {
      word = reading.word
      phase = dialect.afterWord
    }
    return reading.events
  }

  const readEvent = ({ name, data, complete }: ServerSentEvent): readonly ProviderEvent[] => {
    if (phase === 'done') return []
    if (data.trim() === '[DONE]') {
      phase = 'done'
      return []
    }
    const value = parseJson(data)
    // After the provider's own word of the end nothing can make the answer incomplete.
    if (word === null && value === undefined && complete) {
      return failed(name === 'error' ? { errorBody: data } : 'malformed')
    }
    if (word === null && value !== undefined && (name === 'error' || isErrorBody(value))) {
      return failed({ errorBody: value })
    }
    const reading = dialect.readEvent(value, name)
    if (reading !== null) return accept(reading)
    if (value !== undefined) foreignEventSeen = true
    return []
  }

  const readDocument = (): readonly ProviderEvent[] => {
    const value = parseJson(documentText)
    if (value === undefined) return failed('malformed')
    const reading = dialect.readDocument(value)
    if (reading !== null) return accept(reading)
    return failed(isErrorBody(value) ? { errorBody: value } : 'no-completion')
  }

  const endOfBody = (): readonly ProviderEvent[] => {
    if (word !== null) return end(word)
    const isEventStream = decoder.recognised && !foreignEventSeen
    return failed(answerSeen || isEventStream ? 'truncated' : 'no-completion')
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
      return [...events, ...(word === null ? failed('too-large') : endOfBody())]
    },
    close() {
      const events = kind === 'document' ? readDocument() : decoder.finish().flatMap(readEvent)
      return phase === 'ended' ? events : [...events, ...endOfBody()]
    },
    closeWith(event) {
      return event.type === 'failed' && word !== null ? endOfBody() : end(event)
    },
  }
}
