import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as bodyOf } from 'node:stream/consumers'
import { readChatQuestion } from './chat-question'
import { monotonic } from './monotonic'

/** One piece on its way out. */
export interface PacedWrite {
  /** When it was given to the socket; see `monotonic`. */
  readonly at: number
  /** UTF-16 units of the answer up to its end. */
  readonly end: number
  /** Bytes of the body up to its end. */
  readonly bytes: number
}

export interface PacedStream {
  readonly question: string
  /** What the answer was to begin with. */
  readonly partial: string
  readonly writes: readonly PacedWrite[]
  /** Whether everything was sent to a client that stayed. */
  readonly whole: boolean
}

export interface PacedModelServer {
  readonly baseUrl: string
  /** Everything that was asked, oldest first. */
  readonly streams: readonly PacedStream[]
  close(): Promise<void>
}

export interface Pace {
  /** The whole answer to a question, a piece an event. */
  readonly pieces: (question: string) => readonly string[]
  /** Of one stream; an answer that goes on is sent at once instead. */
  readonly piecesPerSecond: number
  /** Nobody is answered before so many have asked. */
  readonly together?: number
}

interface Sending {
  readonly stream: { -readonly [Name in keyof PacedStream]: PacedStream[Name] } & {
    readonly writes: PacedWrite[]
  }
  readonly response: ServerResponse
}

/**
 * A server for Chat Completions that keeps a pace and remembers when each piece left. It continues a
 * partial answer exactly where that ends. Questions are texts that begin with "Question".
 */
export async function startPacedModelServer(pace: Pace): Promise<PacedModelServer> {
  const streams: Sending['stream'][] = []
  const waiting: Sending[] = []

  const server = createServer(async (request, response) => {
    const body: unknown = JSON.parse(await bodyOf(request))
    const { text, partial } = readChatQuestion(body, (content) => content.startsWith('Question'))
    const stream = { question: text, partial, writes: [], whole: false }
    streams.push(stream)
    response.socket?.setNoDelay(true)
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    response.flushHeaders()
    waiting.push({ stream, response })
    if (partial === '' && waiting.length < (pace.together ?? 1)) return
    for (const sending of waiting.splice(0)) send(sending, pace)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    streams,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send({ stream, response }: Sending, { pieces, piecesPerSecond }: Pace): void {
  const all = pieces(stream.question)
  const whole = all.join('')
  if (!whole.startsWith(stream.partial)) throw new Error('Asked to go on after what was never said')
  const rest =
    stream.partial === '' ? all : [whole.slice(stream.partial.length)].filter((text) => text !== '')
  let end = stream.partial.length
  let bytes = 0
  let sent = 0
  const start = monotonic()
  const write = (): void => {
    const due = Math.min(rest.length, Math.ceil(((monotonic() - start) * piecesPerSecond) / 1000))
    for (; sent < due; sent += 1) {
      const piece = rest[sent] ?? ''
      const event = Buffer.from(eventOf({ content: piece }, null))
      end += piece.length
      bytes += event.length
      stream.writes.push({ at: monotonic(), end, bytes })
      response.write(event)
    }
    if (sent < rest.length) return
    clearInterval(timer)
    response.end(`${eventOf({}, 'stop')}data: [DONE]\n\n`)
    stream.whole = true
  }
  const timer = setInterval(write, 1)
  response.on('close', () => clearInterval(timer))
}

function eventOf(delta: object, finishReason: string | null): string {
  const data = {
    id: 'chatcmpl-paced',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'paced-1',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  }
  return `data: ${JSON.stringify(data)}\n\n`
}
