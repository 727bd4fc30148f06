import type { Figure } from './figure'

/** A count of what must not happen. */
export function none(id: string, value: number): Figure {
  return { id, value, unit: '', limit: '= 0', holds: value === 0 }
}

/** A count that must be met exactly. */
export function exactly(id: string, value: number, wanted: number): Figure {
  return { id, value, unit: '', limit: `= ${wanted}`, holds: value === wanted }
}

export function atMost(id: string, value: number, limit: number, unit: string): Figure {
  return { id, value, unit, limit: `≤ ${limit}`, holds: value <= limit }
}

/** For the reader; nothing is promised about it. */
export function told(id: string, value: number, unit: string): Figure {
  return { id, value, unit, limit: 'none', holds: true }
}

/** The middle of the values, or the upper of the two middle ones. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value that the share of them does not exceed; NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
