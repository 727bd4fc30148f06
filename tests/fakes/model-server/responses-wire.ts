import type { ModelServer, Route } from './model-server'
import { cut, document, type Reply, type Step, send, streamHead } from './steps'

/** The Responses API as OpenAI sends it. */
export const responseId = 'resp_fake'
export const responsesRoute: Route = 'POST /v1/responses'
export const keptRoute: Route = `GET /v1/responses/${responseId}`
export const cancelRoute: Route = `POST /v1/responses/${responseId}/cancel`

export interface ResponseFields {
  readonly text?: string
  readonly [name: string]: unknown
}

/** A whole response with a status. */
export function responseObject(status: string, { text = '', ...fields }: ResponseFields = {}) {
  const content = [{ type: 'output_text', text, annotations: [] }]
  return {
    id: responseId,
    object: 'response',
    created_at: 1_700_000_000,
    model: 'fake-model',
    status,
    error: null,
    incomplete_details: null,
    output:
      text === '' ? [] : [{ id: 'msg_fake', type: 'message', role: 'assistant', status, content }],
    usage: status === 'completed' ? { input_tokens: 11, output_tokens: 7, total_tokens: 18 } : null,
    ...fields,
  }
}

export interface ResponseEvent {
  readonly type: string
  readonly sequence_number: number
  readonly [name: string]: unknown
}

/** Gives events their numbers, from 0. */
export function numbered(
  events: readonly { readonly type: string; readonly [name: string]: unknown }[],
): readonly ResponseEvent[] {
  return events.map((event, at) => ({ ...event, sequence_number: at }))
}

export function textDelta(delta: string) {
  return {
    type: 'response.output_text.delta',
    item_id: 'msg_fake',
    output_index: 0,
    content_index: 0,
    delta,
    logprobs: [],
  }
}

/** All events of a healthy answer, a delta a piece. */
export function responseEvents(pieces: readonly string[]): readonly ResponseEvent[] {
  const text = pieces.join('')
  const place = { item_id: 'msg_fake', output_index: 0, content_index: 0 }
  const completed = responseObject('completed', { text })
  return numbered([
    { type: 'response.created', response: responseObject('queued') },
    { type: 'response.queued', response: responseObject('queued') },
    { type: 'response.in_progress', response: responseObject('in_progress') },
    { type: 'response.output_item.added', output_index: 0, item: { type: 'message', content: [] } },
    { type: 'response.content_part.added', ...place, part: { type: 'output_text', text: '' } },
    ...pieces.map(textDelta),
    { type: 'response.output_text.done', ...place, text },
    { type: 'response.content_part.done', ...place, part: { type: 'output_text', text } },
    { type: 'response.output_item.done', output_index: 0, item: completed.output[0] },
    { type: 'response.completed', response: completed },
  ])
}

/** An event with its name, as OpenAI sends it. */
export function namedEvent(event: { readonly type: string }): Step {
  return send(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
}

/** A stream of these events. */
export function responseReply(events: readonly { readonly type: string }[]): Reply {
  return [streamHead(), ...events.map(namedEvent)]
}

export interface KeptOptions {
  /** After how many events each connection in turn is cut; the ones after these are not. */
  readonly cuts?: readonly number[]
  /** Says all events again, whatever the client has. */
  readonly ignoresCursor?: boolean
}

/**
 * Makes the server keep a response: it is made by a `POST`, its events come after the cursor that is
 * asked for, and without `stream` it is there as a whole.
 */
export function keepResponse(
  server: ModelServer,
  events: readonly ResponseEvent[],
  { cuts = [], ignoresCursor = false }: KeptOptions = {},
): void {
  const left = [...cuts]
  const after = (sequence: number): Reply => {
    const rest = events.filter((event) => ignoresCursor || event.sequence_number > sequence)
    const count = left.shift()
    return count === undefined
      ? responseReply(rest)
      : [...responseReply(rest.slice(0, count)), cut()]
  }
  server.always(() => after(-1), responsesRoute)
  server.always(({ path }) => {
    const query = new URL(path, server.origin).searchParams
    const whole = events.at(-1)?.['response']
    return query.get('stream') === 'true'
      ? after(Number(query.get('starting_after') ?? -1))
      : document(200, whole)
  }, keptRoute)
}

/** How often the server was asked for a new response. */
export function countOfNewResponses({ requests }: ModelServer): number {
  return requests.filter(({ method, path }) => `${method} ${path}` === responsesRoute).length
}
