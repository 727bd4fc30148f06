import type { Keychain } from './keychain'

/** The keychain has not answered in time; most likely it waits for somebody at its prompt. */
export class KeychainSilent extends Error {
  override readonly name = 'KeychainSilent'
}

/** Calls back once after `delay` milliseconds, unless the returned function is called first. */
export type Schedule = (delay: number, callback: () => void) => () => void

export interface PatientKeychain {
  /** `whenLate` is called when it is read or stored after all, though the promise has rejected. */
  get(account: string, whenLate: () => void): Promise<string | null>
  set(account: string, key: string, whenLate: () => void): Promise<void>
  delete(account: string): Promise<boolean>
  /** Whether a call has not come back yet, given up or not. */
  isBusy(): boolean
}

/**
 * A keychain that is asked one thing at a time and rejects with {@link KeychainSilent} after the
 * patience (milliseconds). A call that hangs keeps one of Node's few threads, which the disk and the
 * network need too; so while one hangs, no other is begun.
 */
export function createPatientKeychain(
  keychain: Keychain,
  schedule: Schedule,
  patience: number,
): PatientKeychain {
  let last: Promise<unknown> = Promise.resolve()
  let hanging = false
  let busy = false

  const begin = <Value>(work: () => Promise<Value>, whenLate?: () => void): Promise<Value> =>
    new Promise((resolve, reject) => {
      let late = false
      busy = true
      const cancel = schedule(patience, () => {
        late = true
        hanging = true
        reject(new KeychainSilent('The keychain does not answer'))
      })
      const finish = (): void => {
        cancel()
        busy = false
        hanging = false
      }
      work().then(
        (value) => {
          finish()
          if (late) whenLate?.()
          resolve(value)
        },
        (reason: unknown) => {
          finish()
          reject(reason)
        },
      )
    })
  const inTurn = <Value>(work: () => Promise<Value>, whenLate?: () => void): Promise<Value> => {
    const mine = last.then(() => {
      if (hanging) throw new KeychainSilent('The keychain still does not answer')
      return begin(work, whenLate)
    })
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    get: (account, whenLate) => inTurn(() => keychain.get(account), whenLate),
    set: (account, key, whenLate) => inTurn(() => keychain.set(account, key), whenLate),
    delete: (account) => inTurn(() => keychain.delete(account)),
    isBusy: () => busy,
  }
}
