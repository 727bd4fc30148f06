import type { KeyStatus } from '../../shared/providers/provider'
import { systemClock } from '../answers/clock'
import type { Keychain } from './keychain'
import { KeychainUnfaithful, keychainProblem } from './keychain-problem'
import { originOf } from './origin-of'
import { createPatientKeychain, type Schedule } from './patient-keychain'

/**
 * The keys of the providers, each for one provider at one origin: a key that was saved for one host
 * is not found, and so never sent, when the base URL points to another. No call rejects; what went
 * wrong is in the status. Keys are in the keychain or in memory, never anywhere else.
 */
export interface KeyStore {
  /** Where the keychain refuses, the key is kept until the program ends. */
  set(providerId: string, baseUrl: string, key: string): Promise<KeyStatus>
  clear(providerId: string, baseUrl: string): Promise<KeyStatus>
  status(providerId: string, baseUrl: string): Promise<KeyStatus>
  /** Null where there is none, or the keychain does not give it. */
  keyFor(providerId: string, baseUrl: string): Promise<string | null>
  /**
   * Whether a call of the keychain has not come back. Its thread then keeps the process from ending,
   * on `app.exit` too, so whoever quits has to end the process by `SIGKILL`.
   */
  isBusy(): boolean
}

/** What is known of an account. A key of null: cleared, whatever the keychain still has. */
interface Entry extends KeyStatus {
  readonly key: string | null
}

/** Long enough for somebody to type the password of a keychain, in milliseconds. */
const patience = 30_000

export function createKeyStore(
  systemKeychain: Keychain,
  schedule: Schedule = systemClock.schedule,
): KeyStore {
  const keychain = createPatientKeychain(systemKeychain, schedule, patience)
  const entries = new Map<string, Entry>()
  const reading = new Map<string, Promise<Entry>>()

  /** Only while the account is still as this operation left it: a later one decides. */
  const replace = (account: string, expected: Entry | undefined, entry: Entry): Entry => {
    if (entries.get(account) === expected) entries.set(account, entry)
    return entries.get(account) ?? entry
  }
  /** Removes what could not be removed while the keychain hung. */
  const removeIfCleared = (account: string): void => {
    if (entries.get(account)?.key === null) void keychain.delete(account).catch(() => false)
  }
  const store = async (account: string, key: string): Promise<Entry> => {
    const inSession: Entry = { key, location: 'session' }
    const saved: Entry = { key, location: 'keychain' }
    entries.set(account, inSession)
    let expected = inSession
    const whenLate = (): void => {
      replace(account, expected, saved)
      removeIfCleared(account)
    }
    try {
      await keychain.set(account, key, whenLate)
      if ((await keychain.get(account, () => removeIfCleared(account))) !== key)
        throw new KeychainUnfaithful('not kept')
      return replace(account, inSession, saved)
    } catch (error) {
      expected = { ...inSession, problem: keychainProblem(error) }
      return replace(account, inSession, expected)
    }
  }
  const remove = async (account: string): Promise<Entry> => {
    const wasSaved = entries.get(account)?.location === 'keychain'
    const cleared: Entry = { key: null, location: 'none' }
    entries.set(account, cleared)
    try {
      const removed = await keychain.delete(account)
      if (wasSaved && !removed) throw new KeychainUnfaithful('not removed')
      return replace(account, cleared, cleared)
    } catch (error) {
      return replace(account, cleared, { ...cleared, problem: keychainProblem(error) })
    }
  }
  const read = async (account: string): Promise<Entry> => {
    try {
      const key = await keychain.get(account, () => removeIfCleared(account))
      // Not remembered where there is none: the keychain may be unlocked meanwhile.
      if (key === null) return entries.get(account) ?? { key, location: 'none' }
      return replace(account, undefined, { key, location: 'keychain' })
    } catch (error) {
      const problem = keychainProblem(error)
      return entries.get(account) ?? { key: null, location: 'none', problem }
    }
  }
  const find = (account: string): Promise<Entry> => {
    const known = entries.get(account)
    if (known !== undefined) return Promise.resolve(known)
    const open = reading.get(account) ?? read(account).finally(() => reading.delete(account))
    reading.set(account, open)
    return open
  }

  return {
    set: (providerId, baseUrl, key) =>
      withAccount(providerId, baseUrl, async (account) => statusOf(await store(account, key))),
    clear: (providerId, baseUrl) =>
      withAccount(providerId, baseUrl, async (account) => statusOf(await remove(account))),
    status: (providerId, baseUrl) =>
      withAccount(providerId, baseUrl, async (account) => statusOf(await find(account))),
    async keyFor(providerId, baseUrl) {
      const account = accountOf(providerId, baseUrl)
      return account === null ? null : (await find(account)).key
    },
    isBusy: keychain.isBusy,
  }
}

async function withAccount(
  providerId: string,
  baseUrl: string,
  work: (account: string) => Promise<KeyStatus>,
): Promise<KeyStatus> {
  const account = accountOf(providerId, baseUrl)
  return account === null
    ? {
        location: 'none',
        problem: 'The address of this provider is not a web address. Correct its base URL first.',
      }
    : work(account)
}

/** Null where the address has no origin. */
function accountOf(providerId: string, baseUrl: string): string | null {
  const origin = originOf(baseUrl)
  return origin === null ? null : `${providerId} ${origin}`
}

/** Without the key. */
function statusOf({ location, problem }: Entry): KeyStatus {
  return problem === undefined ? { location } : { location, problem }
}
