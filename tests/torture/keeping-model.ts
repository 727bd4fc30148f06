import {
  cut,
  document,
  event,
  type ModelServer,
  type RecordedRequest,
  type Reply,
  type Route,
  reset,
  streamHead,
} from '../fakes/model-server/model-server'
import { pieces, wholeText } from './continuing-model'

/** The route under which an answer can be fetched again, when its connections end after these pieces. */
function routeOf(cuts: readonly number[]): Route {
  return `GET /v1/responses/${idOf(cuts)}`
}

function idOf(cuts: readonly number[]): string {
  return `resp_cut_${cuts.join('_')}`
}

export const createRoute: Route = 'POST /v1/responses'

/**
 * Makes the server one that keeps its answers: whatever was cut is fetched again from a number on, and
 * never made again. The connection ends after each of these pieces: first while it is made, then while it is fetched.
 */
export function keepAnswers(server: ModelServer, allCuts: readonly (readonly number[])[]): void {
  const created = new Set<string>()
  server.always((request) => {
    const cuts = allCuts.find((each) => request.body.includes(`"${questionKeptAndCutAfter(each)}"`))
    if (cuts === undefined) return document(400, 'Nobody asks this here.')
    if (created.has(idOf(cuts))) return document(400, 'This was asked before.')
    created.add(idOf(cuts))
    return eventsFrom(cuts, 0)
  }, createRoute)
  for (const cuts of allCuts) {
    server.always((request) => eventsFrom(cuts, cursorIn(request) + 1), routeOf(cuts))
  }
}

export function questionKeptAndCutAfter(cuts: readonly number[]): string {
  return `Kept, cut after ${cuts.join(', ')}`
}

function cursorIn({ path }: RecordedRequest): number {
  const given = new URL(path, 'http://server').searchParams.get('starting_after')
  // Without a cursor everything is said again, as the real server does.
  return given === null ? -1 : Number(given)
}

function eventsFrom(cuts: readonly number[], first: number): Reply {
  const all = eventsOf(idOf(cuts))
  const next = cuts.map((place) => place + eventsBeforeText).find((place) => place > first)
  const steps = all.slice(first, next).map((each) => event(each))
  if (next === undefined) return [streamHead(), ...steps]
  return [streamHead(), ...steps, next % 2 === 0 ? cut() : reset()]
}

const item = { item_id: 'msg_1', output_index: 0, content_index: 0 }
const eventsBeforeText = 4

/** As OpenAI sends them; the place of each in the list is its number. */
function eventsOf(id: string): readonly object[] {
  const message = {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    status: 'completed',
    content: [{ type: 'output_text', text: wholeText, annotations: [] }],
  }
  const response = (status: string, output: readonly object[]): object => ({
    id,
    object: 'response',
    created_at: 1_700_000_000,
    model: 'fake-1',
    status,
    background: true,
    output,
    usage:
      status === 'completed' ? { input_tokens: 11, output_tokens: 200, total_tokens: 211 } : null,
  })
  return [
    { type: 'response.created', response: response('queued', []) },
    { type: 'response.in_progress', response: response('in_progress', []) },
    { type: 'response.output_item.added', output_index: 0, item: { ...message, content: [] } },
    { type: 'response.content_part.added', ...item, part: { type: 'output_text', text: '' } },
    ...pieces.map((delta) => ({ type: 'response.output_text.delta', ...item, delta })),
    { type: 'response.output_text.done', ...item, text: wholeText },
    { type: 'response.output_item.done', output_index: 0, item: message },
    { type: 'response.completed', response: response('completed', [message]) },
  ].map((each, index) => ({ ...each, sequence_number: index }))
}
