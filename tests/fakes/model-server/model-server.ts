/**
 * A model server for tests: it listens on 127.0.0.1, speaks the real wire protocol over real sockets,
 * and does exactly what a test has scripted, byte by byte. It is used from Vitest and from Playwright.
 *
 *     const server = await startModelServer()
 *     server.respondWithText(['Hel', 'lo'])                      // a healthy answer
 *     server.respondWithStatus(429, { error: { message: 'slow' } }, { 'retry-after': '5' })
 *     server.script([streamHead(), textEvent('Hel'), reset()])   // RST in mid-answer
 *
 *     const pause = gate()                                       // stops there until the test goes on
 *     server.script([streamHead(), textEvent('Hel'), pause.step, textEvent('lo'), ...ending()])
 *     const request = await server.nextRequest()                 // it has arrived
 *     pause.open()
 *     await request.closed                                       // 'client' or 'server' ended it
 *
 *     server.requests[0].json                                    // what it received
 *     await server.close()                                       // rejects if it was asked something unscripted
 *
 * Replies to `POST /v1/chat/completions` are used in the order of their scripting, each once; `always`
 * gives the reply for when none is left. What was not scripted gets status 500 and makes `close` reject.
 * Steps are in `steps.ts`, chunks of Chat Completions in `chat-wire.ts`; both are exported here. Events of the
 * Responses API, and a response that the server keeps, are in `responses-wire.ts`.
 */
import { createServer } from 'node:net'
import { type HealthyEnding, textReply } from './chat-wire'
import { type Connection, type ConnectionEnd, serveConnection } from './connection'
import type { ParsedRequest } from './request-reader'
import { document, type Reply } from './steps'

export * from './chat-wire'
export type { ConnectionEnd } from './connection'
export * from './steps'

export interface RecordedRequest extends ParsedRequest {
  /** The body read as JSON; undefined when it is none. */
  readonly json: unknown
  /** Which connection brought it, counted from 1. */
  readonly connection: number
  /** Settles when its connection is closed, with who closed it. */
  readonly closed: Promise<ConnectionEnd>
}

export type ScriptedReply = Reply | ((request: RecordedRequest) => Reply)

/** Method and path without query, such as `GET /v1/models`. */
export type Route = `${'GET' | 'POST'} /${string}`

export const chatRoute: Route = 'POST /v1/chat/completions'
export const modelsRoute: Route = 'GET /v1/models'

export interface ModelServer {
  /** Such as `http://127.0.0.1:40000`. */
  readonly origin: string
  /** The origin with `/v1`: what a user enters as base URL. */
  readonly baseUrl: string
  /** Everything that arrived, oldest first. */
  readonly requests: readonly RecordedRequest[]
  /** How many connections were ever opened. */
  readonly accepted: number
  /** How many connections are open now. */
  readonly openConnections: number
  /** The reply to the next request on the route that has none yet. */
  script(reply: ScriptedReply, route?: Route): void
  /** The reply to every request on the route for which nothing else is scripted. */
  always(reply: ScriptedReply, route?: Route): void
  /** Scripts a healthy streamed answer, an event a piece. */
  respondWithText(pieces: readonly string[], ending?: HealthyEnding): void
  /** Scripts a whole answer with a status; a body that is no string is sent as JSON. */
  respondWithStatus(
    status: number,
    body: unknown,
    headers?: { readonly [name: string]: string },
  ): void
  /** Answers every request for the list of models. */
  offerModels(ids: readonly string[]): void
  /** The oldest request that this has not returned yet; waits for it. */
  nextRequest(): Promise<RecordedRequest>
  /** Ends all connections and stops listening. Rejects when something unscripted was asked. */
  close(): Promise<void>
}

/** Starts a server on a free port, or on the given one: to come back where another was closed. */
export async function startModelServer(port = 0): Promise<ModelServer> {
  const queues = new Map<string, ScriptedReply[]>()
  const standing = new Map<string, ScriptedReply>()
  const requests: RecordedRequest[] = []
  const connections = new Set<Connection>()
  const unscripted: string[] = []
  const waiting: ((request: RecordedRequest) => void)[] = []
  let returned = 0
  let accepted = 0

  const replyTo = (parsed: ParsedRequest, { closed }: Connection, connection: number): Reply => {
    const request = { ...parsed, json: parseJson(parsed.body), connection, closed }
    requests.push(request)
    const waiter = waiting.shift()
    if (waiter !== undefined) {
      returned += 1
      waiter(request)
    }
    const route = `${parsed.method} ${parsed.path.replace(/\?.*/, '')}`
    const reply = queues.get(route)?.shift() ?? standing.get(route)
    if (reply !== undefined) return typeof reply === 'function' ? reply(request) : reply
    unscripted.push(route)
    return document(500, { error: { message: `The model server has no script for ${route}` } })
  }

  const server = createServer((socket) => {
    accepted += 1
    const ordinal = accepted
    const connection = serveConnection(socket, (request, self) => replyTo(request, self, ordinal))
    connections.add(connection)
    void connection.closed.then(() => connections.delete(connection))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port was given')
  const origin = `http://127.0.0.1:${address.port}`

  const script = (reply: ScriptedReply, route: Route = chatRoute): void => {
    const queue = queues.get(route)
    if (queue === undefined) queues.set(route, [reply])
    else queue.push(reply)
  }

  return {
    origin,
    baseUrl: `${origin}/v1`,
    requests,
    get accepted() {
      return accepted
    },
    get openConnections() {
      return connections.size
    },
    script,
    always: (reply, route = chatRoute) => void standing.set(route, reply),
    respondWithText: (pieces, ending) => script(textReply(pieces, ending)),
    respondWithStatus: (status, body, headers) => script(document(status, body, headers)),
    offerModels(ids) {
      const data = ids.map((id) => ({ id, object: 'model' }))
      standing.set(modelsRoute, document(200, { object: 'list', data }))
    },
    nextRequest() {
      const request = requests[returned]
      if (request === undefined) return new Promise((resolve) => waiting.push(resolve))
      returned += 1
      return Promise.resolve(request)
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const connection of connections) connection.destroy()
      await closed
      if (unscripted.length > 0)
        throw new Error(`The model server was asked what nobody scripted: ${unscripted.join(', ')}`)
    },
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
