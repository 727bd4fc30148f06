import { type RefObject, useLayoutEffect, useRef } from 'react'

/** What was given at the last render, for functions that keep their identity. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
