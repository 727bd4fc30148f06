import { createContext, useContext } from 'react'

/** Watches the height of a message's element until the returned function is called. */
export type Measure = (element: HTMLElement | null) => (() => void) | undefined

/** Undefined where heights are of no interest. */
export const MeasureContext = createContext<Measure | undefined>(undefined)

/** What a message's element says of its place among all, also those that are not drawn. */
export interface MessagePlace {
  /** From 1; undefined while it is not known how many stand before it. */
  readonly position?: number | undefined
  /** -1 while it is not known. */
  readonly count?: number | undefined
}

/** The attributes of a message's `article`. */
export function useMeasuredMessage({ position, count }: MessagePlace) {
  const measure = useContext(MeasureContext)
  return {
    ref: measure,
    'aria-posinset': position,
    'aria-setsize': count,
  }
}
