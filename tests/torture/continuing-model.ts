import {
  cut,
  document,
  ending,
  type RecordedRequest,
  type Reply,
  reset,
  type Step,
  streamHead,
  textEvent,
} from '../fakes/model-server/model-server'
import { readChatQuestion } from './chat-question'
import { wordPieces } from './word-text'

export const eventCount = 200
export const pieces = wordPieces(eventCount)
export const wholeText = pieces.join('')

/** How a connection ends: politely (FIN), or with RST, which takes along what was not read yet. */
export type Break = 'cut' | 'reset'

const endings: { readonly [Name in Break]: Step } = { cut: cut(), reset: reset() }

/** The connection ends after each of these events of the answer. */
export function questionBrokenAfter(by: Break, events: readonly number[]): string {
  return `${by} after ${events.join(', ')}`
}

const questionShape = /^(cut|reset) after ([\d, ]+)$/

/** A model that continues a partial answer exactly where it ends, on a server that breaks as it is asked to. */
export function createContinuingModel(
  events: readonly string[],
): (request: RecordedRequest) => Reply {
  const whole = events.join('')
  const timesAsked = new Map<string, number>()
  return ({ json }) => {
    const { text, partial } = readChatQuestion(json, (content) => questionShape.test(content))
    if (!whole.startsWith(partial)) return document(400, 'This is not what was said.')
    const [, by, places = ''] = questionShape.exec(text) ?? []
    const times = timesAsked.get(text) ?? 0
    timesAsked.set(text, times + 1)
    const place = places.split(', ')[times]
    if (place === undefined)
      return [streamHead(), ...textSteps(events, partial.length), ...ending()]
    return [
      streamHead(),
      ...textSteps(events.slice(0, Number(place)), partial.length),
      endings[by === 'reset' ? 'reset' : 'cut'],
    ]
  }
}

/** What the events say from an offset of their text on. */
function textSteps(events: readonly string[], from: number): Reply {
  let start = 0
  return events.flatMap((piece) => {
    const unsaid = piece.slice(Math.max(0, from - start))
    start += piece.length
    return unsaid === '' ? [] : [textEvent(unsaid)]
  })
}
