import type { History } from './history'

export type HistoryMethod = keyof History

/** What the client sends: one call. */
export type HistoryRequest = {
  readonly [Name in HistoryMethod]: {
    readonly id: number
    readonly method: Name
    readonly parameters: Parameters<History[Name]>
  }
}[HistoryMethod]

/** What the server sends: first how the opening went, then one reply a request. */
export type HistoryReply =
  | { readonly type: 'opened'; readonly notices: readonly string[] }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'done'; readonly id: number; readonly value: unknown }
  | {
      readonly type: 'failed'
      readonly id: number
      /** For the user. */
      readonly message: string
      /** For the log; holds no text of a message. */
      readonly detail: string
    }

/** One end of a pair: a Worker, its `parentPort`, or a MessagePort. */
export interface HistoryPort {
  postMessage(message: unknown): void
  on(name: 'message' | 'messageerror' | 'error' | 'close' | 'exit', listener: PortListener): unknown
  off(
    name: 'message' | 'messageerror' | 'error' | 'close' | 'exit',
    listener: PortListener,
  ): unknown
}

export type PortListener = (value?: unknown) => void
