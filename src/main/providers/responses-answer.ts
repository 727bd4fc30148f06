import type { ServerCursor } from '../../shared/stream/stream-event'
import { endsInHalf } from '../../shared/text/surrogates'
import {
  type AnswerBody,
  createAnswerBody,
  type DescribeProblem,
  type Dialect,
  type Reading,
} from './answer-body'
import { isRecord, type UnknownRecord } from './is-record'
import type { ProviderEvent } from './provider'
import { readEnding } from './response-ending'
import { type ResponseObject, readResponseObject } from './response-object'
import { textOf } from './text-of'
import { isCount } from './usage'

export interface ResponsesAnswer {
  readonly body: AnswerBody
  /** The response's id, once it is known. */
  readonly id: string | null
  /** All text of the answer, from earlier requests too. */
  readonly text: string
  /** Whether the server has begun to work on it; before that it waits in a queue. */
  readonly hasBegun: boolean
  /** Whether the body was a response, in one piece, that goes on at the server. */
  readonly goesOn: boolean
}

export interface ResponsesAnswerOptions {
  /** Whether the server keeps the answer, so that there are cursors. */
  readonly isKept: boolean
  /** After which event it goes on; null for a new answer. */
  readonly cursor: ServerCursor | null
  /** The text up to the cursor. */
  readonly known: string
  readonly describe: DescribeProblem
}

/** The body of an accepted request of the Responses API. */
export function createResponsesAnswer(options: ResponsesAnswerOptions): ResponsesAnswer {
  const { isKept, cursor, known, describe } = options
  const isResumed = cursor !== null
  let id = cursor?.responseId ?? null
  let lastSequence = cursor?.sequenceNumber ?? -1
  let text = known
  let held = ''
  let hasBegun = false
  let goesOn = false

  const giveUpHeld = (): readonly ProviderEvent[] => {
    const events: readonly ProviderEvent[] = held === '' ? [] : [{ type: 'text', text: held }]
    held = ''
    return events
  }

  const takeText = (delta: string): readonly ProviderEvent[] => {
    text += delta
    held += delta
    return endsInHalf(held) ? [] : giveUpHeld()
  }

  const end = (response: ResponseObject): Reading => {
    const { events, word } = readEnding(response, { text, isResumed }, describe)
    return { events: [...giveUpHeld(), ...events], word }
  }

  const readProgress = (type: string, event: UnknownRecord): readonly ProviderEvent[] => {
    const { delta, summary_index: part } = event
    switch (type) {
      case 'response.output_text.delta':
      case 'response.refusal.delta':
        return takeText(textOf(delta))
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        return textOf(delta) === '' ? [] : [{ type: 'reasoning', text: textOf(delta) }]
      case 'response.reasoning_summary_part.added':
        return isCount(part) && part > 0 ? [{ type: 'reasoning', text: '\n\n' }] : []
      default:
        return []
    }
  }

  /** None while text that ends within a character is held back. */
  const cursorAfter = (sequence: number): readonly ProviderEvent[] => {
    if (!isKept || id === null || held !== '') return []
    return [{ type: 'cursor', cursor: { responseId: id, sequenceNumber: sequence } }]
  }

  const readEvent = (value: unknown, name: string): Reading | null => {
    if (!isRecord(value)) return null
    const { type = name, sequence_number: sequence, response: inside } = value
    if (typeof type !== 'string' || !type.startsWith('response.')) return null
    const response = readResponseObject(inside)
    id ??= response?.id ?? null
    if (!isBeforeWork(type, response)) hasBegun = true
    const word = endingWords.get(type)
    if (word !== undefined)
      return end({ ...(response ?? nothing), status: statusOf(word, response) })
    if (!isCount(sequence)) return { events: readProgress(type, value), word: null }
    // A server that does not know `starting_after` says everything again.
    if (isResumed && sequence <= lastSequence) return { events: [], word: null }
    lastSequence = sequence
    return { events: [...readProgress(type, value), ...cursorAfter(sequence)], word: null }
  }

  const readDocument = (value: unknown): Reading | null => {
    const response = readResponseObject(value)
    if (response === null) return null
    id ??= response.id
    const { events, word } = end(response)
    goesOn = response.status === 'queued' || response.status === 'in_progress'
    if (goesOn) return { events: isResumed ? [] : cursorAfter(0), word }
    const reasoning: readonly ProviderEvent[] =
      isResumed || response.reasoning === ''
        ? []
        : [{ type: 'reasoning', text: response.reasoning }]
    return { events: [...reasoning, ...events], word }
  }

  // Text without its cursor would come twice: the server says it again.
  const flush = (): readonly ProviderEvent[] => (isKept ? [] : giveUpHeld())
  const dialect: Dialect = { readEvent, readDocument, flush, afterWord: 'done' }
  const body = createAnswerBody(dialect, describe)
  return {
    body,
    get id() {
      return id
    },
    get text() {
      return text
    },
    get hasBegun() {
      return hasBegun
    },
    get goesOn() {
      return goesOn
    },
  }
}

/** Events that end a response, and the status that they stand for. */
const endingWords: ReadonlyMap<string, string> = new Map([
  ['response.completed', 'completed'],
  ['response.incomplete', 'incomplete'],
  ['response.failed', 'failed'],
  ['response.cancelled', 'cancelled'],
])
const endings: ReadonlySet<string> = new Set(endingWords.values())

const nothing: ResponseObject = {
  id: null,
  status: '',
  text: '',
  reasoning: '',
  callsTools: false,
  usage: null,
  error: null,
  incompleteReason: '',
}

/** The response itself knows better than the name of the event, where it says how it ended. */
function statusOf(word: string, response: ResponseObject | null): string {
  return response !== null && endings.has(response.status) ? response.status : word
}

function isBeforeWork(type: string, response: ResponseObject | null): boolean {
  return (
    type === 'response.queued' || (type === 'response.created' && response?.status === 'queued')
  )
}
