import type { KeyStatus } from '../../shared/providers/provider'
import type { KeyStore } from './key-store'
import { originOf } from './origin-of'

/** A key store that can take the loss of a key back until the program ends. */
export interface RetrievableKeys extends KeyStore {
  /** Out of the keychain and not sent any more, because its provider or its address has gone. */
  withdraw(providerId: string, baseUrl: string): Promise<KeyStatus>
  /** Saves again what was withdrawn from that provider at that origin, if anything was. */
  giveBack(providerId: string, baseUrl: string): Promise<void>
}

/** The keys of one provider, by origin. They may still be on their way from the keychain. */
type Withdrawn = Map<string | null, Promise<string | null>>

export function createRetrievableKeys(keys: KeyStore): RetrievableKeys {
  const providers = new Map<string, Withdrawn>()
  let last: Promise<unknown> = Promise.resolve()
  /** An address may be changed to and fro while the keychain still works on the first change. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    ...keys,
    withdraw: (providerId, baseUrl) =>
      inTurn(async () => {
        const withdrawn: Withdrawn = providers.get(providerId) ?? new Map()
        const key = keys.keyFor(providerId, baseUrl)
        providers.set(providerId, withdrawn.set(originOf(baseUrl), key))
        if ((await key) === null) withdrawn.delete(originOf(baseUrl))
        return keys.clear(providerId, baseUrl)
      }),
    giveBack: (providerId, baseUrl) =>
      inTurn(async () => {
        const withdrawn = providers.get(providerId)
        const key = withdrawn?.get(originOf(baseUrl)) ?? null
        withdrawn?.delete(originOf(baseUrl))
        const found = await key
        if (found !== null) await keys.set(providerId, baseUrl, found)
      }),
    clear(providerId, baseUrl) {
      providers.delete(providerId)
      return keys.clear(providerId, baseUrl)
    },
    async status(providerId, baseUrl) {
      const status = await keys.status(providerId, baseUrl)
      const last = [...(providers.get(providerId)?.keys() ?? [])].at(-1)
      return status.location === 'none' && status.problem === undefined && last
        ? { ...status, problem: belongsTo(last) }
        : status
    },
  }
}

function belongsTo(origin: string): string {
  return `The key you saved belongs to ${origin} and is not sent to this address; change the address back to have it again.`
}
