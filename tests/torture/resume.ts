import { startModelServer } from '../fakes/model-server/model-server'
import { createContinuingModel, eventCount, pieces, questionBrokenAfter } from './continuing-model'
import { askAll, figuresOf } from './cut-answers'
import type { Figure } from './figure'
import { exactly, told } from './figures'
import { createRoute, keepAnswers, questionKeptAndCutAfter } from './keeping-model'
import { tokenPieces } from './word-text'

const oneCut = Array.from({ length: eventCount }, (_, index) => [index + 1])
const threeCuts = Array.from({ length: 20 }, (_, index) => [
  3 + index * 2,
  60 + index * 3,
  130 + index * 3,
])
const cases = [...oneCut, ...threeCuts]

/** The connection cut after every one of 200 events, and three times in one answer. */
export async function run({
  plantBreak,
}: {
  readonly plantBreak: boolean
}): Promise<readonly Figure[]> {
  return [
    ...(await byContinuation(plantBreak)),
    await insideOfWords(plantBreak),
    ...(await onTheServer(plantBreak)),
  ]
}

async function byContinuation(plantBreak: boolean): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const by of ['cut', 'reset'] as const) {
    const server = await startModelServer()
    server.always(createContinuingModel(pieces))
    const questions = cases.map((events) => questionBrokenAfter(by, events))
    const answers = await askAll(questions, { baseUrl: server.baseUrl }, plantBreak)
    figures.push(
      ...figuresOf(`${by} once, continued`, answers.slice(0, oneCut.length)),
      ...figuresOf(`${by} 3 times, continued`, answers.slice(oneCut.length)),
      exactly(`${by}: requests`, server.requests.length, oneCut.length * 2 + threeCuts.length * 4),
    )
    await server.close()
  }
  return figures
}

/**
 * Cut inside of a word, as tokens are: where what follows begins like what is there ends ("run", "ning"),
 * nobody can tell a repeat from the text, so nothing is promised.
 */
async function insideOfWords(plantBreak: boolean): Promise<Figure> {
  const tokens = tokenPieces(eventCount)
  const whole = tokens.join('')
  const server = await startModelServer()
  server.always(createContinuingModel(tokens))
  const questions = oneCut.map((events) => questionBrokenAfter('cut', events))
  const answers = await askAll(questions, { baseUrl: server.baseUrl }, plantBreak)
  await server.close()
  const identical = answers.filter(({ shown, stored }) => shown === whole && stored === whole)
  return told('cut inside of words: identical', (identical.length * 100) / answers.length, '%')
}

async function onTheServer(plantBreak: boolean): Promise<readonly Figure[]> {
  const server = await startModelServer()
  keepAnswers(server, cases)
  const answers = await askAll(
    cases.map(questionKeptAndCutAfter),
    { baseUrl: server.baseUrl, api: 'responses', background: true },
    plantBreak,
  )
  const creations = server.requests.filter(({ method }) => method === 'POST')
  const route = createRoute.replace('POST ', '')
  const figures = [
    ...figuresOf('kept by the server, 1 cut', answers.slice(0, oneCut.length)),
    ...figuresOf('kept by the server, 3 cuts', answers.slice(oneCut.length)),
    exactly(
      'kept by the server: POSTs in an answer',
      creations.filter(({ path }) => path === route).length / cases.length,
      1,
    ),
  ]
  await server.close()
  return figures
}
