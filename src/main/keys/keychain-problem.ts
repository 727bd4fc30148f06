import { KeychainNotLoaded } from './keychain'
import { KeychainSilent } from './patient-keychain'

/** The keychain took a key and gives back another, or still has one that it was told to remove. */
export class KeychainUnfaithful extends Error {
  override readonly name = 'KeychainUnfaithful'
}

/** What libsecret, the macOS Keychain and the Credential Manager say, and what it means for the user. */
const meanings: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [
    /autolaunch|dbus-launch|could not connect|serviceunknown|was not provided by any|name has no owner|spawn|no such interface/i,
    'No keychain is running. On Linux, install and start one, such as GNOME Keyring, KWallet or KeePassXC.',
  ],
  [/locked/i, 'The keychain is locked. Unlock it, then save the key again.'],
  [
    /object does not exist|no such collection/i,
    'The keychain has no keyring to put the key into yet. Create one in your password manager, then save the key again.',
  ],
  [
    /dismiss|cancel/i,
    "The keychain's prompt was closed. Save the key again and allow Rivulet to use the keychain.",
  ],
  [
    /denied|not allowed|not permitted|authoriz|passphrase|-25293|-25308/i,
    'The keychain refused. Allow Rivulet to use it, then save the key again.',
  ],
]

/** Why a key is not in the keychain, in the user's words. Never quotes the error: it may hold what was given to it. */
export function keychainProblem(error: unknown): string {
  if (error instanceof KeychainSilent) {
    return 'The keychain does not answer. It may be waiting at a prompt for its password.'
  }
  if (error instanceof KeychainNotLoaded) {
    return 'The keychain cannot be used on this system. On Linux, install libsecret (in Debian and Ubuntu the package libsecret-1-0), then restart Rivulet.'
  }
  if (error instanceof KeychainUnfaithful) {
    return 'The keychain did not do what it was asked. It may be locked. Unlock it, then try again.'
  }
  const message = error instanceof Error ? error.message : ''
  return (
    meanings.find(([pattern]) => pattern.test(message))?.[1] ??
    'The keychain reported an error. Try again.'
  )
}
