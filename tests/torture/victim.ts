/** A program that answers a question and is to be killed meanwhile. */
export interface Victim {
  /** UTF-16 units of the answer that are known to be stored, by now. */
  readonly acknowledged: () => number
  /** SIGKILL, at once. Resolves when the process is gone. */
  readonly kill: () => Promise<void>
  /** Waits until it has nothing more to do, and ends it as usual. */
  readonly finish: () => Promise<void>
}

/** What a victim needs to begin: it goes on with what the last one left, then asks. */
export type StartVictim = (question: string | null) => Promise<Victim>
