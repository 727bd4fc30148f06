/** A size and what it cost. */
export interface Grown {
  readonly size: number
  readonly cost: number
}

/**
 * The exponent with which cost grows with size: 1 when twice the size costs twice as much, 2 when it
 * costs four times as much. The slope of the straight line through the logarithms, by least squares.
 */
export function growthExponent(points: readonly Grown[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }))
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const x = mean(logs.map((log) => log.x))
  const y = mean(logs.map((log) => log.y))
  const above = logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0)
  return above / logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0)
}
