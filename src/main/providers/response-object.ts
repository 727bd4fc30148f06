import type { Usage } from '../../shared/stream/stream-event'
import { isRecord, type UnknownRecord } from './is-record'
import { textOf } from './text-of'
import { readUsage } from './usage'

/** A whole response of the Responses API, finished or not. */
export interface ResponseObject {
  /** Null where it has none that can stand in an address. */
  readonly id: string | null
  /** `queued`, `in_progress`, `completed`, `failed`, `incomplete`, `cancelled`; empty where it is not told. */
  readonly status: string
  readonly text: string
  readonly reasoning: string
  readonly callsTools: boolean
  readonly usage: Usage | null
  /** What it failed with, in any form. */
  readonly error: unknown
  /** Why it is incomplete; empty where it is not told. */
  readonly incompleteReason: string
}

/** @returns null when this is no response */
export function readResponseObject(value: unknown): ResponseObject | null {
  if (!isRecord(value)) return null
  const { object, id, status, output, usage, error, incomplete_details: details } = value
  if (object !== 'response' && !Array.isArray(output)) return null
  const items = records(output)
  return {
    id: typeof id === 'string' && /^[\w-]{1,500}$/.test(id) ? id : null,
    status: textOf(status),
    text: items
      .filter(({ type }) => type === 'message')
      .flatMap(({ content }) => records(content))
      .map(({ text, refusal }) => textOf(text) + textOf(refusal))
      .join(''),
    reasoning: items
      .filter(({ type }) => type === 'reasoning')
      .flatMap(({ summary, content }) => [...records(summary), ...records(content)])
      .map(({ text }) => textOf(text))
      .join('\n\n'),
    callsTools: items.some(({ type }) => type === 'function_call'),
    usage: readUsage(usage, 'input_tokens', 'output_tokens'),
    error,
    incompleteReason: isRecord(details) ? textOf(details['reason']) : '',
  }
}

function records(value: unknown): readonly UnknownRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
