import { chatRoute, startModelServer } from '../fakes/model-server/model-server'
import { responsesRoute } from '../fakes/model-server/responses-wire'
import { streamFrom } from '../integration/providers/ask-a-server'
import { carelessly } from './careless'
import type { Figure } from './figure'
import { none } from './figures'
import { type HeardAnswer, hearAnswer } from './hear-answer'
import { type WireCase, wireCases } from './wire-cases'

const fewestCases = 60

/** Everything that can come on the wire ends in exactly one named state, and loses no text before it. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  const server = await startModelServer()
  const outcomes: { readonly expected: WireCase; readonly heard: HeardAnswer }[] = []
  for (const expected of wireCases) {
    server.script(expected.reply, expected.api === 'chat' ? chatRoute : responsesRoute)
    const responses = expected.api === 'chat' ? {} : { responses: { background: false } }
    const events = streamFrom(server.baseUrl, responses)
    outcomes.push({ expected, heard: await hearAnswer(plantBreak ? carelessly(events) : events) })
  }
  await server.close()

  const count = (isSo: (expected: WireCase, heard: HeardAnswer) => boolean): number =>
    outcomes.filter(({ expected, heard }) => isSo(expected, heard)).length
  for (const { expected, heard } of outcomes.filter((each) => !isAsExpected(each)).slice(0, 5))
    console.error(`${expected.api}, ${expected.name}: ${heard.end}, not ${expected.end}`)
  return [
    {
      id: 'wire and status cases',
      value: outcomes.length,
      unit: '',
      limit: `≥ ${fewestCases}`,
      holds: outcomes.length >= fewestCases,
    },
    none(
      'answers without exactly one end',
      count((_, { end }) => end === null),
    ),
    none('ends other than the named one', outcomes.filter((each) => !isAsExpected(each)).length),
    none(
      'truncated answers called complete',
      count(({ end }, heard) => isComplete(heard.end) && !isComplete(end)),
    ),
    none(
      'texts before the fault not byte-equal',
      count(({ text }, heard) => !Buffer.from(text).equals(Buffer.from(heard.text))),
    ),
  ]
}

function isAsExpected({
  expected: { end },
  heard,
}: {
  readonly expected: WireCase
  readonly heard: HeardAnswer
}): boolean {
  return end === null ? heard.end?.startsWith('failed ') === true : heard.end === end
}

function isComplete(end: string | null): boolean {
  return end?.startsWith('completed') === true
}
