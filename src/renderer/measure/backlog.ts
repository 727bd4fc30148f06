/** What has arrived and is not shown yet. */
export interface Backlog {
  /** In UTF-16 units. */
  readonly characters: number
  /** How long ago the oldest of it arrived, in milliseconds. */
  readonly age: number
}

export type BacklogSource = (now: number) => Backlog

const sources = new Set<BacklogSource>()

/** Lets a measurement ask for what somebody has yet to show, until the returned function is called. */
export function offerBacklog(source: BacklogSource): () => void {
  sources.add(source)
  return () => sources.delete(source)
}

/** What this window has yet to show. `now` on the clock of animation frames. */
export function readBacklog(now: number): Backlog {
  let characters = 0
  let age = 0
  for (const source of sources) {
    const part = source(now)
    characters += part.characters
    age = Math.max(age, part.age)
  }
  return { characters, age }
}
