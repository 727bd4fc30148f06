/** The rate that a refusal has taught: half of what was too much, growing with every success. */
export interface Pace {
  /** Requests in a millisecond. */
  readonly rate: number
  /** What was too much, likewise. */
  readonly tooMuch: number
}

/** Up to here it grows fast: this was reached before without a refusal. */
const provenShare = 0.9
const fastSteps = 8
/** So slowly that a server which tells nothing refuses few. */
const slowSteps = 400

/** After a refusal. */
export function slowedDown(tooMuch: number): Pace {
  return { rate: tooMuch / 2, tooMuch }
}

/**
 * After a success. Null: as fast as before the refusal, where the headers say more than a guess could.
 * @param guided whether the server tells its limits
 */
export function spedUp({ rate, tooMuch }: Pace, guided: boolean): Pace | null {
  if (guided && rate >= tooMuch) return null
  const steps = guided || rate < tooMuch * provenShare ? fastSteps : slowSteps
  return { rate: rate + tooMuch / steps, tooMuch }
}
