import { createContinuationJoiner } from '../../../../src/main/answers/continuation/continuation-joiner'

export interface Heard {
  /** The partial answer and everything that was joined to it. */
  readonly text: string
  /** The new version of a model that started over. */
  readonly restarted: string | null
}

/** What becomes of a partial answer when a model says these pieces after it, and then no more. */
export function listen(partial: string, pieces: readonly string[], exact = false): Heard {
  const joiner = createContinuationJoiner(partial, { exact })
  const steps = [...pieces.flatMap((piece) => joiner.push(piece)), ...joiner.finish('complete')]
  let text = partial
  let restarted: string | null = null
  for (const step of steps) {
    if (step.type === 'restarted') restarted = step.text
    else if (restarted === null) text += step.text
    else restarted += step.text
  }
  return { text, restarted }
}
