import type { Failure } from './stream/failure'

/** What crosses a boundary instead of an exception. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export function succeeded<Value>(value: Value): Result<Value> {
  return { ok: true, value }
}

export function failed(failure: Failure): Result<never> {
  return { ok: false, failure }
}
