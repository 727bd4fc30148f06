/** One thing that was measured, and whether it is within its limit. */
export interface Figure {
  readonly id: string
  readonly value: number
  readonly unit: string
  /** In words, such as `= 0` or `≤ 250`. */
  readonly limit: string
  readonly holds: boolean
}
