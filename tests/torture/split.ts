import type { AnswerBody } from '../../src/main/providers/answer-body'
import { createChatAnswer } from '../../src/main/providers/chat-answer'
import type { ProviderEvent } from '../../src/main/providers/provider'
import { createResponsesAnswer } from '../../src/main/providers/responses-answer'
import { chatRoute, send, startModelServer, streamHead } from '../fakes/model-server/model-server'
import { responsesRoute } from '../fakes/model-server/responses-wire'
import { type AskOptions, ask, textOf } from '../integration/providers/ask-a-server'
import type { Figure } from './figure'
import { exactly } from './figures'
import { seededRandom } from './seeded-random'
import { splitBodies, splitText } from './split-bodies'
import type { Api } from './wire-cases'

const randomWays = 1000
const wireSample = 150

type Pieces = readonly Uint8Array[]

/** An answer of 5 KB has the same events wherever its bytes are cut. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const figures: Figure[] = [
    {
      id: 'size of the answer',
      value: Buffer.byteLength(splitText),
      unit: 'B',
      limit: '≥ 5120',
      holds: Buffer.byteLength(splitText) >= 5120,
    },
  ]
  for (const api of ['chat', 'responses'] as const) {
    const body = splitBodies[api]
    const whole = readInMemory(api, [body])
    const isWhole = textOf(whole) === splitText && whole.at(-1)?.type === 'completed'
    figures.push(exactly(`${api}: whole answers read`, Number(isWhole), 1))
    const same = (ways: Iterable<Pieces>): number => {
      let count = 0
      for (const way of ways) {
        const events = readInMemory(api, plantBreak ? way.map(throughText) : way)
        if (JSON.stringify(events) === JSON.stringify(whole)) count += 1
      }
      return count
    }
    const random = seededRandom(7)
    figures.push(
      exactly(`${api}: same when cut at a byte`, same(everyCut(body)), body.length + 1),
      exactly(
        `${api}: same when cut at random`,
        same(randomCuts(body, random, randomWays)),
        randomWays,
      ),
      exactly(
        `${api}: same over the wire`,
        await sameOverTheWire(api, randomCuts(body, random, wireSample), plantBreak),
        wireSample,
      ),
    )
  }
  return figures
}

function* everyCut(body: Uint8Array): Generator<Pieces> {
  for (let at = 0; at <= body.length; at += 1) yield [body.subarray(0, at), body.subarray(at)]
}

/** Up to 200 cuts each; every tenth way is byte by byte for a while. */
function* randomCuts(body: Uint8Array, random: () => number, ways: number): Generator<Pieces> {
  const place = (): number => Math.floor(random() * (body.length + 1))
  for (let way = 0; way < ways; way += 1) {
    const first = place()
    const cuts =
      way % 10 === 0
        ? Array.from({ length: 200 }, (_, at) => Math.min(body.length, first + at))
        : Array.from({ length: 1 + Math.floor(random() * 200) }, place)
    const edges = [0, ...cuts.sort((left, right) => left - right), body.length]
    yield edges.slice(1).map((end, at) => body.subarray(edges[at], end))
  }
}

function readInMemory(api: Api, pieces: Pieces): readonly ProviderEvent[] {
  const body = answerBody(api)
  const events: ProviderEvent[] = []
  for (const piece of pieces) if (body.phase !== 'ended') events.push(...body.push(piece))
  return body.phase === 'ended' ? events : [...events, ...body.close()]
}

function answerBody(api: Api): AnswerBody {
  const describe = () => ({ code: 'malformed', message: 'Wrong.', retryable: false }) as const
  return api === 'chat'
    ? createChatAnswer(describe)
    : createResponsesAnswer({ isKept: true, cursor: null, known: '', describe }).body
}

async function sameOverTheWire(
  api: Api,
  ways: Iterable<Pieces>,
  plantBreak: boolean,
): Promise<number> {
  const server = await startModelServer()
  const options: AskOptions = api === 'chat' ? {} : { responses: { background: true } }
  const expected = JSON.stringify([{ type: 'opened' }, ...readInMemory(api, [splitBodies[api]])])
  let same = 0
  for (const way of ways) {
    const sent = plantBreak ? way.map(throughText) : way
    server.script([streamHead(), ...sent.map(send)], api === 'chat' ? chatRoute : responsesRoute)
    const heard = await ask(server.baseUrl, options)
    if (JSON.stringify(heard) === expected) same += 1
  }
  await server.close()
  return same
}

/** The defect: each piece is decoded by itself. */
function throughText(piece: Uint8Array): Uint8Array {
  return Buffer.from(new TextDecoder().decode(piece))
}
