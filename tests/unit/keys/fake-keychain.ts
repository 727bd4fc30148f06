import type { Keychain } from '../../../src/main/keys/keychain'
import type { Schedule } from '../../../src/main/keys/patient-keychain'

export interface FakeKeychain extends Keychain {
  readonly kept: Map<string, string>
  /** What it was asked, in order. */
  readonly asked: string[]
  /** What every call rejects with. */
  fail: Error | null
  /** Calls wait until they are released. */
  hang: boolean
  release(): void
}

export function fakeKeychain(entries: readonly (readonly [string, string])[] = []): FakeKeychain {
  const kept = new Map(entries)
  const asked: string[] = []
  let waiting: (() => void)[] = []
  const keychain: FakeKeychain = {
    kept,
    asked,
    fail: null,
    hang: false,
    release() {
      for (const go of waiting) go()
      waiting = []
    },
    get: (account) => answer(`get ${account}`, () => kept.get(account) ?? null),
    set: (account, key) => answer(`set ${account}`, () => void kept.set(account, key)),
    delete: (account) => answer(`delete ${account}`, () => kept.delete(account)),
  }
  async function answer<Value>(question: string, work: () => Value): Promise<Value> {
    asked.push(question)
    if (keychain.hang) await new Promise<void>((resolve) => waiting.push(resolve))
    if (keychain.fail !== null) throw keychain.fail
    return work()
  }
  return keychain
}

/** Timers that go off when the test says so. */
export function fakeTime(): {
  readonly schedule: Schedule
  /** Waits until there is a timer, lets it go off, and gives its delay in milliseconds. */
  fireNext(): Promise<number>
  waiting(): number
} {
  const timers = new Map<number, { readonly delay: number; readonly callback: () => void }>()
  let lastId = 0
  let arrived: () => void = () => undefined
  return {
    schedule(delay, callback) {
      lastId += 1
      const id = lastId
      timers.set(id, { delay, callback })
      arrived()
      return () => timers.delete(id)
    },
    async fireNext() {
      if (timers.size === 0) await new Promise<void>((resolve) => (arrived = resolve))
      const [next] = timers
      if (next === undefined) throw new Error('No timer')
      timers.delete(next[0])
      next[1].callback()
      return next[1].delay
    },
    waiting: () => timers.size,
  }
}
