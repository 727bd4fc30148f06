import { type FixtureOpts, LLMock } from '@copilotkit/aimock'
import { streamFrom } from '../integration/providers/ask-a-server'
import { carelessly } from './careless'
import type { Figure } from './figure'
import { none, told } from './figures'
import { type HeardAnswer, hearAnswer } from './hear-answer'
import type { Api } from './wire-cases'

const text = `${'A rivulet is a very small stream; né 👩‍💻 水 e\u0301.\r\n'.repeat(20)}End.`
const rounds = 5
const randomAnswers = 100

/** What the mock does, and the ends that this may have. */
interface Mode {
  readonly name: string
  readonly options: FixtureOpts
  readonly ends: readonly string[]
  readonly streaming: readonly boolean[]
}

const both = [true, false]
const modes: readonly Mode[] = [
  { name: 'healthy', options: {}, ends: ['completed stop'], streaming: both },
  { name: 'tiny chunks', options: { chunkSize: 1 }, ends: ['completed stop'], streaming: both },
  {
    name: 'drop',
    options: { chaos: { dropRate: 1 } },
    ends: ['failed server-error'],
    streaming: both,
  },
  {
    name: 'malformed',
    options: { chaos: { malformedRate: 1 } },
    ends: ['failed malformed'],
    streaming: both,
  },
  {
    name: 'rate limit',
    options: { chaos: { rateLimitRate: 1 } },
    ends: ['failed rate-limited'],
    streaming: both,
  },
  {
    name: 'disconnect',
    options: { chaos: { disconnectRate: 1 } },
    ends: ['failed connection-lost'],
    streaming: both,
  },
  ...[1, 2, 10, 40].map(
    (chunks): Mode => ({
      name: `truncated after ${chunks} chunks`,
      options: { truncateAfterChunks: chunks, chunkSize: 10 },
      ends: ['failed connection-lost', 'failed truncated'],
      streaming: [true],
    }),
  ),
  {
    name: 'disconnected in time',
    options: { disconnectAfterMs: 20, latency: 5, chunkSize: 10 },
    ends: ['failed connection-lost', 'failed truncated'],
    streaming: [true],
  },
]

const everyFault = { dropRate: 0.2, malformedRate: 0.2, rateLimitRate: 0.2, disconnectRate: 0.2 }

interface Outcome extends HeardAnswer {
  readonly name: string
  /** Null: any. */
  readonly ends: readonly string[] | null
}

/** An independent mock of OpenAI's APIs, with its own faults. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const outcomes: Outcome[] = []
  const hear = async (mock: LLMock, api: Api, streaming: boolean): Promise<HeardAnswer> => {
    const events = streamFrom(`${mock.url}/v1`, {
      request: { streaming },
      ...(api === 'chat' ? {} : { responses: { background: false } }),
    })
    return hearAnswer(plantBreak ? carelessly(events) : events)
  }
  for (const api of ['chat', 'responses'] as const) {
    for (const { name, options, ends, streaming } of modes) {
      await withMock(options, async (mock) => {
        for (const isStreaming of streaming)
          for (let round = 0; round < rounds; round += 1) {
            const heard = await hear(mock, api, isStreaming)
            outcomes.push({ ...heard, name: `${api}, ${name}, streaming ${isStreaming}`, ends })
          }
      })
    }
    await withMock({ chaos: everyFault, chunkSize: 10 }, async (mock) => {
      for (let count = 0; count < randomAnswers; count += 1)
        outcomes.push({
          ...(await hear(mock, api, count % 2 === 0)),
          name: `${api}, all`,
          ends: null,
        })
    })
  }
  return figuresOf(outcomes)
}

async function withMock(options: FixtureOpts, use: (mock: LLMock) => Promise<void>): Promise<void> {
  const mock = new LLMock({ port: 0 })
  mock.onMessage(/.*/, { content: text }, options)
  await mock.start()
  try {
    await use(mock)
  } finally {
    await mock.stop()
  }
}

function figuresOf(outcomes: readonly Outcome[]): readonly Figure[] {
  const unexpected = outcomes.filter(
    ({ end, ends }) => ends !== null && (end === null || !ends.includes(end)),
  )
  for (const { name, end, ends } of unexpected.slice(0, 5))
    console.error(`${name}: ${end}, not ${ends?.join(' or ')}`)
  const isComplete = ({ end }: Outcome): boolean => end?.startsWith('completed') === true
  return [
    told('answers', outcomes.length, ''),
    none('answers without exactly one end', outcomes.filter(({ end }) => end === null).length),
    none('ends other than the named ones', unexpected.length),
    none(
      'truncated answers called complete',
      outcomes.filter((each) => isComplete(each) && each.text !== text).length,
    ),
    none(
      'texts that are no beginning of the whole',
      outcomes.filter((each) => !text.startsWith(each.text)).length,
    ),
  ]
}
