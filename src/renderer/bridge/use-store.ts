import { useSyncExternalStore } from 'react'
import type { Readable } from './external-store'

/** Renders again when the selected part changes; the selection must keep its identity meanwhile. */
export function useStore<Value, Part>(
  store: Readable<Value>,
  select: (value: Value) => Part,
): Part {
  const read = () => select(store.read())
  return useSyncExternalStore(store.subscribe, read, read)
}
