/** One thing that the server does to a connection. Its bytes go out as they are. */
export type Step =
  | { readonly kind: 'head'; readonly bytes: Uint8Array; readonly framing: Framing }
  | { readonly kind: 'body'; readonly bytes: Uint8Array }
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }
  | { readonly kind: 'until'; readonly event: Promise<unknown> }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hold' }

/** How the client knows the end of the body: chunks, `content-length`, or the end of the connection. */
export type Framing = 'chunked' | 'length' | 'until-close'

export type Reply = readonly Step[]

const reasons: { readonly [status: number]: string } = { 200: 'OK', 404: 'Not Found' }

/** Status line and headers. Without `content-length` the body is chunked, unless the framing says otherwise. */
export function head(
  status: number,
  headers: { readonly [name: string]: string } = {},
  framing: Framing = 'content-length' in headers ? 'length' : 'chunked',
): Step {
  const lines = [
    `HTTP/1.1 ${status} ${reasons[status] ?? 'Status'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(framing === 'chunked' ? ['transfer-encoding: chunked'] : []),
    ...(framing === 'until-close' ? ['connection: close'] : []),
  ]
  return { kind: 'head', bytes: utf8(`${lines.join('\r\n')}\r\n\r\n`), framing }
}

/** The head of a healthy stream of events. */
export function streamHead(framing: Framing = 'chunked'): Step {
  return head(200, { 'content-type': 'text/event-stream; charset=utf-8' }, framing)
}

/** A piece of the body; one HTTP chunk when the body is chunked. */
export function send(piece: string | Uint8Array): Step {
  return { kind: 'body', bytes: typeof piece === 'string' ? utf8(piece) : piece }
}

/** Bytes for the socket, past all framing. */
export function sendRaw(piece: string | Uint8Array): Step {
  return { kind: 'raw', bytes: typeof piece === 'string' ? utf8(piece) : piece }
}

/** A server-sent event; a value that is no string is sent as JSON. */
export function event(data: unknown): Step {
  return send(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`)
}

/** Goes on when the promise is settled: a {@link gate} that the test opens, or anything else. */
export function waitFor(settled: Promise<unknown>): Step {
  return { kind: 'until', event: settled }
}

/** For a person to watch, or a pace to be measured. A test that waits for time is a flaky test. */
export function delay(milliseconds: number): Step {
  return { kind: 'delay', milliseconds }
}

/** The same reply with a pause after each piece of its body: a stream to watch. */
export function paced(reply: Reply, milliseconds: number): Reply {
  return reply.flatMap((step) => (step.kind === 'body' ? [step, delay(milliseconds)] : [step]))
}

/** Ends the connection politely (FIN), whatever the framing still promises. */
export function cut(): Step {
  return { kind: 'cut' }
}

/** Ends the connection with RST. */
export function reset(): Step {
  return { kind: 'reset' }
}

/** Says nothing more and keeps the connection open until the client or `close()` ends it. */
export function hold(): Step {
  return { kind: 'hold' }
}

/** A whole answer with `content-length`. A value that is no string is sent as JSON. */
export function document(
  status: number,
  body: unknown,
  headers: { readonly [name: string]: string } = {},
): Reply {
  const bytes = utf8(typeof body === 'string' ? body : JSON.stringify(body))
  const contentType = typeof body === 'string' ? 'text/plain' : 'application/json'
  return [
    head(status, {
      'content-type': contentType,
      'content-length': String(bytes.length),
      ...headers,
    }),
    send(bytes),
  ]
}

export interface Gate {
  /** To be put into a reply: it stops there until `open()`. */
  readonly step: Step
  open(): void
}

export function gate(): Gate {
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { step: waitFor(opened), open }
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
