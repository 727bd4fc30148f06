import {
  cut,
  document,
  ending,
  event,
  finishEvent,
  hold,
  type Reply,
  reset,
  send,
  streamHead,
  textEvent,
  textReply,
} from '../fakes/model-server/model-server'

/** What a user does meanwhile. */
export type Deed = 'waits' | 'stops' | 'leaves'

export interface Fault {
  /** What the server does the first time it is asked; it answers the second time. */
  readonly reply: (pieces: readonly string[]) => Reply
  readonly deed: Deed
}

const half = (pieces: readonly string[]): Reply => [
  streamHead(),
  ...pieces.slice(0, Math.ceil(pieces.length / 2)).map(textEvent),
]
const slow = { error: { message: 'Slow down', type: 'requests', code: 'rate_limit_exceeded' } }
const refusal = { error: { message: 'No', type: 'invalid_request_error', code: null } }

/** Everything that may end an answer early, by name. */
export const faults: { readonly [name: string]: Fault } = {
  none: { deed: 'waits', reply: textReply },
  'none, and the window goes': { deed: 'leaves', reply: textReply },
  'cut in the middle': { deed: 'waits', reply: (pieces) => [...half(pieces), cut()] },
  'reset in the middle': { deed: 'waits', reply: (pieces) => [...half(pieces), reset()] },
  'cut in an event': {
    deed: 'waits',
    reply: (pieces) => [...half(pieces), send('data: {"choices":[{"del'), cut()],
  },
  'reset before the head': { deed: 'waits', reply: () => [reset()] },
  'cut before the word of completion': {
    deed: 'waits',
    reply: (pieces) => [streamHead(), ...pieces.map(textEvent), cut()],
  },
  'complete without its last mark': {
    deed: 'waits',
    reply: (pieces) => [streamHead(), ...pieces.map(textEvent), finishEvent(), cut()],
  },
  malformed: { deed: 'waits', reply: (pieces) => [...half(pieces), event('{"choices":[{')] },
  'an error in the stream': {
    deed: 'waits',
    reply: (pieces) => [...half(pieces), event({ error: { message: 'overloaded', code: 503 } })],
  },
  'no model server': {
    deed: 'waits',
    reply: () => document(200, '<html>Hello</html>', { 'content-type': 'text/html' }),
  },
  'status 429': { deed: 'waits', reply: () => document(429, slow, { 'retry-after': '1' }) },
  'status 500': { deed: 'waits', reply: () => document(500, refusal) },
  'status 503': { deed: 'waits', reply: () => document(503, 'unavailable') },
  'status 400': { deed: 'waits', reply: () => document(400, refusal) },
  'status 401': { deed: 'waits', reply: () => document(401, refusal) },
  silence: { deed: 'waits', reply: (pieces) => [...half(pieces), hold()] },
  'stopped in the middle': { deed: 'stops', reply: (pieces) => [...half(pieces), hold()] },
  'stopped before the head': { deed: 'stops', reply: () => [hold()] },
  'stopped in a wait': {
    deed: 'stops',
    reply: () => document(429, slow, { 'retry-after': '3000' }),
  },
  'the window goes in the middle': { deed: 'leaves', reply: (pieces) => [...half(pieces), cut()] },
}

export const faultNames: readonly string[] = Object.keys(faults)

/** What the server says the second time. */
export function recovery(rest: string): Reply {
  return [streamHead(), ...(rest === '' ? [] : [textEvent(rest)]), ...ending()]
}
