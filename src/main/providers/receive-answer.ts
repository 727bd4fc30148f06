import type { AnswerBody } from './answer-body'
import type { FailureContext } from './classify-failure'
import { endOfError } from './end-of-error'
import { failureFor, specialSentences } from './failure-sentences'
import { limitsIn } from './limits-in-headers'
import { canBeSent } from './model-server'
import type { ProviderEvent } from './provider'
import type { Wait } from './surroundings'

/** After the word of the end, how long to wait for the usage of a server that keeps the line open. */
const patienceForUsage = 1000
/** After the last event, how long to wait for the end of the body, so that the connection can be used again. */
const patienceForTheEnd = 100

/**
 * Makes one request and yields what comes of it, with exactly one end. The package makes the request;
 * the body is read here, because the package's own reader fails on empty events, has no limit on size,
 * and does not tell a cut stream from a complete one.
 */
export async function* receiveAnswer(options: {
  readonly send: () => Promise<Response>
  readonly body: AnswerBody
  /** Whether a stream is asked for. */
  readonly streaming: boolean
  readonly context: FailureContext
  readonly wait: Wait
  readonly signal: AbortSignal
}): AsyncGenerator<ProviderEvent, void, undefined> {
  const { send, body, streaming, context, wait, signal } = options
  if (context.key !== null && !canBeSent(context.key)) {
    const sentence = specialSentences.keyUnusable(context)
    yield { type: 'failed', failure: failureFor('key-rejected', context, sentence) }
    return
  }
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  try {
    if (!signal.aborted) {
      const response = await send()
      yield { type: 'opened', ...limitsIn(response.headers, context.now()) }
      reader = response.body?.getReader()
      if (reader !== undefined) yield* readBody(reader, body, wait)
    }
    if (body.phase === 'ended') return
    yield* signal.aborted ? body.closeWith({ type: 'aborted' }) : body.close()
  } catch (error) {
    yield* body.closeWith(endOfError(error, context, signal, streaming))
  } finally {
    reader?.cancel().catch(() => {})
  }
}

/** Yields until the body ends, fails, or nothing of use can follow. */
async function* readBody(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  body: AnswerBody,
  wait: Wait,
): AsyncGenerator<ProviderEvent, void, undefined> {
  const over = new AbortController()
  const late = (milliseconds: number) => wait(milliseconds, over.signal).then(() => null)
  let patience: Promise<null> | null = null
  let phase: AnswerBody['phase'] = 'open'
  try {
    while (phase !== 'ended') {
      const next = reader.read()
      const read = patience === null ? await next : await Promise.race([next, patience])
      if (read === null || read.done) return
      const events = body.push(read.value)
      if (events.length === 0 && body.phase === 'open') yield { type: 'activity' }
      else yield* events
      if (body.phase === phase) continue
      phase = body.phase
      patience = late(phase === 'done' ? patienceForTheEnd : patienceForUsage)
    }
  } finally {
    over.abort()
  }
}
