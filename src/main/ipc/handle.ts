import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import {
  type Channel,
  type ReplyOf,
  type RequestOf,
  requestSchemas,
} from '../../shared/ipc/contract'
import { failed, type Result, succeeded } from '../../shared/result'
import type { Failure } from '../../shared/stream/failure'

/** A handler answers, returns a failure with its own sentence, or throws an Error that a user can read. */
export type Handlers<Names extends Channel = Channel> = {
  readonly [Name in Names]: (
    request: RequestOf<Name>,
    sender: WebContents,
  ) => Promise<ReplyOf[Name] | Refusal> | ReplyOf[Name] | Refusal
}

/** Carries a failure out of a handler. */
export class Refusal {
  constructor(readonly failure: Failure) {}
}

/**
 * Answers every channel of the contract: sender, then shape, then the handler; always a `Result`.
 * @returns takes all channels away again
 */
export function serveRequests(
  ipc: Pick<IpcMain, 'handle' | 'removeHandler'>,
  handlers: Handlers,
  isTrusted: (event: IpcMainInvokeEvent) => boolean,
  report: (error: unknown) => void,
): () => void {
  const serve = <Name extends Channel>(name: Name): void => {
    ipc.handle(name, async (event, request: unknown): Promise<Result<ReplyOf[Name]>> => {
      if (!isTrusted(event))
        return refused('This request came from a place that Rivulet does not know.')
      const parsed = requestSchemas[name].safeParse(request)
      if (!parsed.success)
        return refused(parsed.error.issues[0]?.message ?? 'The request is malformed.')
      try {
        const reply = await handlers[name](parsed.data as RequestOf<Name>, event.sender)
        return reply instanceof Refusal ? failed(reply.failure) : succeeded(reply)
      } catch (error) {
        report(error)
        const message =
          error instanceof Error ? error.message : 'Something went wrong inside Rivulet.'
        return failed({ code: 'internal', message, retryable: false })
      }
    })
  }
  const names = Object.keys(requestSchemas) as Channel[]
  for (const name of names) serve(name)
  return () => {
    for (const name of names) ipc.removeHandler(name)
  }
}

function refused(message: string): Result<never> {
  return failed({ code: 'request-invalid', message, retryable: false })
}
