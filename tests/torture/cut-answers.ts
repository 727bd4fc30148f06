import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Provider, ProviderEvent } from '../../src/main/providers/provider'
import type { ProviderConfiguration } from '../../src/shared/providers/provider'
import type { Answer } from '../../src/shared/stream/reduce-answer'
import { wholeText } from './continuing-model'
import { openEngine } from './engine'
import { createFastClock } from './fast-clock'
import type { Figure } from './figure'
import { exactly, none } from './figures'
import { inLanes } from './lanes'
import { inTemporaryFolder } from './temporary-folder'
import { askAndWatch, storedText, type WatchedAnswer } from './watched-answer'
import { compareWords } from './word-text'

export interface CutAnswer {
  readonly shown: string
  readonly stored: string
  readonly state: string
  readonly seams: number
}

/** Back-offs of seconds are not what is measured here. */
const timesAsFast = 50
const lanes = 8
/** No answer takes nearly this long, in milliseconds. */
const longest = 30_000

/** Asks every question, several at a time, and waits for the answers to end. */
export function askAll(
  questions: readonly string[],
  server: Omit<ProviderConfiguration, 'id' | 'name' | 'models'>,
  plantBreak: boolean,
): Promise<readonly CutAnswer[]> {
  return inTemporaryFolder(async (folder) => {
    const engine = await openEngine({
      file: join(folder, 'history.sqlite'),
      clock: createFastClock(timesAsFast),
      // Every question has a provider of its own, so that no limit of one holds up another.
      providers: questions.map((_, index) => ({
        ...server,
        id: `fake-${index}`,
        name: 'Fake',
        models: ['fake-1'],
      })),
      ...(plantBreak ? { throughProvider: garbling } : {}),
    })
    const answers = await inLanes(questions, lanes, async (question, index) => {
      const model = { providerId: `fake-${index}`, modelId: 'fake-1' }
      const watched = await askAndWatch(engine, question, model)
      const { text: shown, state, seams } = await endOf(watched, question)
      const stored = await storedText(engine, watched)
      return { shown, stored, state: state.kind, seams: seams.length }
    })
    await engine.close()
    return answers
  })
}

/** What hangs must not hang the measurement: it counts as it is, and is named. */
async function endOf({ ended, answer }: WatchedAnswer, question: string): Promise<Answer> {
  const over = new AbortController()
  const late = setTimeout(longest, null, { signal: over.signal }).catch(() => null)
  const end = await Promise.race([ended, late])
  over.abort()
  if (end === null) console.error(`"${question}" has not ended: ${JSON.stringify(answer().state)}`)
  return end ?? answer()
}

export function figuresOf(name: string, answers: readonly CutAnswer[]): readonly Figure[] {
  const words = answers.map(({ shown }) => compareWords(wholeText, shown))
  const identical = answers.filter(
    ({ shown, stored, state }) =>
      shown === wholeText && stored === wholeText && state === 'complete',
  )
  return [
    exactly(`${name}: complete, shown and stored text identical`, identical.length, answers.length),
    none(
      `${name}: words twice`,
      words.reduce((sum, { twice }) => sum + twice, 0),
    ),
    none(
      `${name}: words missing`,
      words.reduce((sum, { missing }) => sum + missing, 0),
    ),
  ]
}

/** The defect: an attempt loses its second piece of text and says its third twice. */
function garbling(provider: Provider): Provider {
  return {
    keepsAnswers: provider.keepsAnswers,
    async *stream(request, signal): AsyncGenerator<ProviderEvent> {
      let texts = 0
      for await (const event of provider.stream(request, signal)) {
        if (event.type === 'text') texts += 1
        if (event.type !== 'text' || texts !== 2) yield event
        if (event.type === 'text' && texts === 3) yield event
      }
    },
  }
}
