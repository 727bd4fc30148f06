import type { FailureContext } from './classify-failure'
import { leaveRunning } from './leave-running'
import { endOfKeptAnswer, pollResponse } from './poll-response'
import { type ChatRequest, isProviderEnd, type ProviderEvent } from './provider'
import { receiveAnswer } from './receive-answer'
import { refusalIn } from './refused-response'
import type { ResponseCalls } from './response-calls'
import type { ResponsesAnswer } from './responses-answer'
import type { Wait } from './surroundings'

export interface KeptAnswer {
  readonly calls: ResponseCalls
  readonly answer: ResponsesAnswer
  readonly request: ChatRequest
  readonly context: FailureContext
  readonly wait: Wait
  /** How long it may wait in the server's queue, in milliseconds. */
  readonly queuePatience: number
  readonly signal: AbortSignal
}

/** With these a server says that there is no stream (any more), not that there is no answer. */
const statusesWithoutStream: ReadonlySet<number> = new Set([400, 405, 406, 409, 415, 422, 501])

/**
 * An answer that the server keeps and goes on with by itself: as a stream where there is one, else by
 * asking for it again and again. To close the connection does not stop it, so the server is told.
 */
export async function* receiveKeptAnswer(
  kept: KeptAnswer,
): AsyncGenerator<ProviderEvent, void, undefined> {
  const { calls, answer, wait, queuePatience, signal } = kept
  const over = new AbortController()
  const leaveQueue = new AbortController()
  let isOverdue = false
  let hasEnded = false
  const cancel = (): void => {
    if (answer.id !== null) void calls.cancel(answer.id)
  }
  const stopAtServer = (): void => {
    if (!hasEnded && signal.reason !== leaveRunning) cancel()
  }
  void wait(queuePatience, over.signal).then(() => {
    if (over.signal.aborted) return
    isOverdue = true
    if (answer.id !== null && !answer.hasBegun) leaveQueue.abort()
  })
  signal.addEventListener('abort', stopAtServer)
  if (signal.aborted) stopAtServer()
  try {
    const queue = { isOverdue: () => isOverdue, cancel, left: leaveQueue.signal }
    for await (const event of streamThenPoll(kept, queue)) {
      hasEnded = isProviderEnd(event)
      yield event
    }
  } finally {
    signal.removeEventListener('abort', stopAtServer)
    over.abort()
  }
}

interface Queue {
  readonly isOverdue: () => boolean
  readonly cancel: () => void
  /** Aborts when the stream has said nothing of a beginning for too long. */
  readonly left: AbortSignal
}

async function* streamThenPoll(
  kept: KeptAnswer,
  { isOverdue, cancel, left }: Queue,
): AsyncGenerator<ProviderEvent, void, undefined> {
  const { calls, answer, request, context, wait, signal } = kept
  const { cursor, streaming } = request
  let thrown: unknown = null
  let hasOpened = false
  let hasEnded = false

  const send = async (either: AbortSignal): Promise<Response> => {
    try {
      return await (cursor === null ? calls.create(either) : calls.follow(cursor, either))
    } catch (error) {
      thrown = error
      throw error
    }
  }
  /** Whether the stream has ended and not the answer; what follows an old cursor may be nothing at all. */
  const goesOn = (event: ProviderEvent): boolean => {
    if (answer.id === null || signal.aborted) return false
    if (event.type === 'aborted' || (isOverdue() && !answer.hasBegun)) return true
    if (event.type !== 'failed' || event.cursorLost === true) return false
    const status = cursor === null ? undefined : refusalIn(thrown)?.status
    if (status !== undefined) return statusesWithoutStream.has(status)
    const { code } = event.failure
    return cursor === null
      ? code === 'truncated' && answer.goesOn
      : code === 'truncated' || code === 'not-a-model-server'
  }

  if (cursor === null || streaming) {
    const either = AbortSignal.any([signal, left])
    for await (const event of receiveAnswer({
      send: () => send(either),
      body: answer.body,
      streaming,
      context,
      wait,
      signal: either,
    })) {
      hasOpened ||= event.type === 'opened'
      const isLeft = goesOn(event)
      if (!isProviderEnd(event)) yield event
      else if (!isLeft) {
        hasEnded = true
        yield cursor === null ? event : endOfKeptAnswer(thrown, event, context)
      }
      if (isLeft) break
    }
  }
  const { id } = answer
  if (hasEnded || id === null) return
  for await (const event of pollResponse({
    retrieve: () => calls.retrieve(id, signal),
    known: answer.text,
    context,
    wait,
    isOverdue,
    cancel,
    signal,
  })) {
    if (!hasOpened && !isProviderEnd(event)) yield { type: 'opened' }
    hasOpened = true
    yield event
  }
}
