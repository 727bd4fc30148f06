import {
  cut,
  document,
  ending,
  type Reply,
  reset,
  type Step,
  send,
  streamHead,
  textEvent,
} from '../fakes/model-server/model-server'
import { namedEvent, responseEvents, textDelta } from '../fakes/model-server/responses-wire'
import { refusalRows } from '../integration/providers/refusal-rows'
import { responseRows } from '../integration/providers/response-rows'
import { terminalRows } from '../integration/providers/terminal-rows'

export type Api = 'chat' | 'responses'

/** What a server does, and what that is. */
export interface WireCase {
  readonly name: string
  readonly api: Api
  readonly reply: Reply
  readonly text: string
  /** Null: any failure. */
  readonly end: string | null
}

const apis: readonly Api[] = ['chat', 'responses']
const pieces = Array.from(
  { length: 12 },
  (_, at) => `${at} né 👩‍💻 水\r\n e\u0301${'🌊'.repeat(at % 3)}`,
)

interface Fault {
  readonly name: string
  readonly steps: readonly Step[]
  readonly end: string
}

const faults: readonly Fault[] = [
  { name: 'the end of the body', steps: [], end: 'failed truncated' },
  { name: 'the end of the connection', steps: [], end: 'failed truncated' },
  { name: 'FIN', steps: [cut()], end: 'failed connection-lost' },
  {
    name: 'FIN within an event',
    steps: [send('data: {"ty'), cut()],
    end: 'failed connection-lost',
  },
  { name: 'half an event', steps: [send('data: {"type":"resp')], end: 'failed truncated' },
  {
    name: 'half a character',
    steps: [send(new Uint8Array([0x64, 0xf0, 0x9f]))],
    end: 'failed truncated',
  },
  { name: 'broken JSON', steps: [send('data: {"choices":[}\n\n')], end: 'failed malformed' },
  {
    name: 'an error',
    steps: [send('data: {"error":{"code":429}}\n\n')],
    end: 'failed rate-limited',
  },
  { name: '[DONE]', steps: [send('data: [DONE]\n\n')], end: 'failed truncated' },
  { name: 'comments', steps: [send(': wait\n\n'.repeat(50))], end: 'failed truncated' },
]

/** Without 421, which `fetch` itself asks again. */
const statuses = Array.from({ length: 300 }, (_, at) => 300 + at).filter((each) => each !== 421)

function textStep(api: Api, piece: string): Step {
  return api === 'chat' ? textEvent(piece) : namedEvent(textDelta(piece))
}

function healthy(api: Api): WireCase {
  const said: Reply =
    api === 'chat'
      ? [...pieces.map(textEvent), ...ending()]
      : responseEvents(pieces).map(namedEvent)
  const reply = [streamHead(), ...said]
  return { name: 'nothing', api, reply, text: pieces.join(''), end: 'completed stop' }
}

/** Every case of the tables that the tests use, every status, and every fault in the middle of an answer. */
export const wireCases: readonly WireCase[] = [
  ...terminalRows.map((row): WireCase => ({ ...row, api: 'chat' })),
  ...responseRows.map((row): WireCase => ({ ...row, api: 'responses' })),
  ...apis.flatMap((api) => [
    ...refusalRows.map(({ status, body, headers, code }) => {
      const reply = document(status, body, headers)
      return { name: `${status}`, api, reply, text: '', end: `failed ${code}` }
    }),
    ...statuses.map((status) => {
      return { name: `bare ${status}`, api, reply: document(status, ''), text: '', end: null }
    }),
    { name: 'reset at once', api, reply: [reset()], text: '', end: 'failed connection-lost' },
    { name: 'closed at once', api, reply: [cut()], text: '', end: 'failed connection-lost' },
    ...faults.flatMap(({ name, steps, end }) =>
      pieces.map((_, before): WireCase => {
        const count = before + 1
        const said = pieces.slice(0, count)
        const head = streamHead(name === 'the end of the connection' ? 'until-close' : 'chunked')
        const reply = [head, ...said.map((piece) => textStep(api, piece)), ...steps]
        return { name: `${name} after ${count} pieces`, api, reply, text: said.join(''), end }
      }),
    ),
    healthy(api),
  ]),
]
