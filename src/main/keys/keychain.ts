/** The operating system's store for secrets. It may ask the user, and then takes as long as the user does. */
export interface Keychain {
  /** Null where there is none. */
  get(account: string): Promise<string | null>
  set(account: string, key: string): Promise<void>
  /** Whether there was one. */
  delete(account: string): Promise<boolean>
}

/** The native part of the keychain could not be loaded: libsecret is missing, or it was built for another system. */
export class KeychainNotLoaded extends Error {
  override readonly name = 'KeychainNotLoaded'
}

/** Under this name the system's own key manager shows our keys. */
const service = 'Rivulet'

type Native = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>

let loading: Promise<Native> | null = null

/** Loaded at the first use, so that a broken native module breaks this use and not the start. */
function native(): Promise<Native> {
  loading ??= import('keytar').then(
    // A CommonJS module: its exports may be the default export only.
    (module) => ('default' in module ? (module.default as Native) : module),
    (cause: unknown) => {
      throw new KeychainNotLoaded('keytar cannot be loaded', { cause })
    },
  )
  return loading
}

/**
 * Keychain on macOS, Credential Manager on Windows, Secret Service on Linux. Never uses keytar's
 * `findCredentials`: on a locked Secret Service it ends the process with a segmentation fault.
 */
export const systemKeychain: Keychain = {
  get: async (account) => (await native()).getPassword(service, account),
  set: async (account, key) => (await native()).setPassword(service, account, key),
  delete: async (account) => (await native()).deletePassword(service, account),
}
