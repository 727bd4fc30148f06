import { chunk } from '../fakes/model-server/chat-wire'
import { numbered, responseObject, textDelta } from '../fakes/model-server/responses-wire'

const words = [
  'né ',
  '👩‍💻',
  ' e\u0301\r\n',
  '水水水',
  '🌊',
  'a\u0308\u0323 ',
  '<b>&',
  '\\n"\r\n\r\n',
]
const pieceCount = 60

/** More than 5 KB in UTF-8, with emoji, line ends of two bytes and combining marks. */
const pieces: readonly string[] = Array.from({ length: pieceCount }, (_, at) =>
  Array.from({ length: 14 }, (__, shift) => words[(at * 3 + shift) % words.length]).join(''),
)

export const splitText = pieces.join('')

/** Whole answers, with every kind of line end and comments between. */
export const splitBodies = {
  chat: bodyOf([
    ...pieces.map((content) => chunk({ delta: { content } })),
    chunk({ finishReason: 'stop' }),
    chunk({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 6 } }),
  ]),
  responses: bodyOf(
    numbered([
      { type: 'response.created', response: responseObject('in_progress') },
      ...pieces.map(textDelta),
      { type: 'response.completed', response: responseObject('completed', { text: splitText }) },
    ]),
  ),
} as const

function bodyOf(events: readonly object[]): Uint8Array {
  const lineEnds = ['\n', '\r\n', '\r']
  const said = events.map((event, at) => {
    const end = lineEnds[at % lineEnds.length]
    return `: 水${end}data: ${JSON.stringify(event)}${end}${end}`
  })
  return Buffer.from(`\uFEFF${said.join('')}data: [DONE]\n\n`)
}
