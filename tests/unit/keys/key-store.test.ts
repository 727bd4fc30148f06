import { expect, test } from 'vitest'
import { createKeyStore } from '../../../src/main/keys/key-store'
import { type Keychain, KeychainNotLoaded } from '../../../src/main/keys/keychain'
import { fakeKeychain, fakeTime } from './fake-keychain'

const openai = 'https://api.openai.com/v1'
const secret = 'sk-canary-0123456789'

/** Nobody may hang in these tests. */
const noTimer = (): (() => void) => () => undefined

test('a key goes into the keychain, under its provider and the host of its address', async () => {
  const keychain = fakeKeychain()
  const keys = createKeyStore(keychain, noTimer)
  expect(await keys.set('openai', openai, secret)).toEqual({ location: 'keychain' })
  expect([...keychain.kept]).toEqual([['openai https://api.openai.com', secret]])
  expect(await keys.keyFor('openai', openai)).toBe(secret)
})

test('a key from an earlier run is found, and read from the keychain once', async () => {
  const keychain = fakeKeychain([['openai https://api.openai.com', secret]])
  const keys = createKeyStore(keychain, noTimer)
  expect(keychain.asked).toEqual([])
  const both = await Promise.all([keys.keyFor('openai', openai), keys.status('openai', openai)])
  expect(both).toEqual([secret, { location: 'keychain' }])
  expect(await keys.keyFor('openai', openai)).toBe(secret)
  expect(keychain.asked).toEqual(['get openai https://api.openai.com'])
})

test.each([
  ['another host', 'https://evil.example/v1'],
  ['another port', 'https://api.openai.com:8443/v1'],
  ['no encryption', 'http://api.openai.com/v1'],
  ['a name within a name', 'https://api.openai.com.evil.example/v1'],
  ['no address', 'not an address'],
  ['a file', 'file:///etc/passwd'],
])('the key of one address is not given to %s', async (_name, address) => {
  const keys = createKeyStore(fakeKeychain(), noTimer)
  await keys.set('openai', openai, secret)
  expect(await keys.keyFor('openai', address)).toBeNull()
  expect(await keys.keyFor('other', openai)).toBeNull()
  expect(await keys.keyFor('openai', 'https://api.openai.com/v2?x=1')).toBe(secret)
})

test('an address without a host gets no key', async () => {
  const keychain = fakeKeychain()
  const keys = createKeyStore(keychain, noTimer)
  expect(await keys.set('openai', 'nonsense', secret)).toEqual({
    location: 'none',
    problem: 'The address of this provider is not a web address. Correct its base URL first.',
  })
  expect(keychain.asked).toEqual([])
})

test('a cleared key is in neither place', async () => {
  const keychain = fakeKeychain()
  const keys = createKeyStore(keychain, noTimer)
  await keys.set('openai', openai, secret)
  expect(await keys.clear('openai', openai)).toEqual({ location: 'none' })
  expect(keychain.kept.size).toBe(0)
  expect(await keys.keyFor('openai', openai)).toBeNull()
  expect(await keys.status('openai', openai)).toEqual({ location: 'none' })
})

test.each([
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'No keychain is running.'],
  ['Could not connect: No such file or directory', 'No keychain is running.'],
  [
    'Failed to execute child process “dbus-launch” (No such file or directory)',
    'No keychain is running.',
  ],
  [
    'GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name org.freedesktop.secrets was not provided by any .service files',
    'No keychain is running.',
  ],
  ['Cannot create an item in a locked collection', 'The keychain is locked.'],
  [
    'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
    'The keychain has no keyring',
  ],
  ['User canceled the operation.', "The keychain's prompt was closed."],
  ['User interaction is not allowed.', 'The keychain refused.'],
  ['The user name or passphrase you entered is not correct.', 'The keychain refused.'],
  ['something new', 'The keychain reported an error.'],
])(
  'refused with "%s", the key is kept for the session, with the reason',
  async (message, sentence) => {
    const keychain = fakeKeychain()
    keychain.fail = new Error(`${message} ${secret}`)
    const keys = createKeyStore(keychain, noTimer)
    const status = await keys.set('openai', openai, secret)
    expect(status.location).toBe('session')
    expect(status.problem).toContain(sentence)
    expect(JSON.stringify(status)).not.toContain(secret)
    expect(await keys.keyFor('openai', openai)).toBe(secret)
    expect(await keys.status('openai', openai)).toEqual(status)

    keychain.fail = null
    expect(await keys.set('openai', openai, secret)).toEqual({ location: 'keychain' })
  },
)

test('without the native module the reason is said, and the key kept for the session', async () => {
  const keychain = fakeKeychain()
  keychain.fail = new KeychainNotLoaded('keytar cannot be loaded')
  const status = await createKeyStore(keychain, noTimer).set('openai', openai, secret)
  expect(status).toEqual({ location: 'session', problem: expect.stringContaining('libsecret') })
})

test('a keychain that takes a key and forgets it is noticed', async () => {
  const keychain: Keychain = { ...fakeKeychain(), set: async () => undefined }
  const status = await createKeyStore(keychain, noTimer).set('openai', openai, secret)
  expect(status).toEqual({ location: 'session', problem: expect.stringContaining('did not do') })
})

test('a key that the keychain does not remove is not used any more, and that is said', async () => {
  const keychain = fakeKeychain()
  const keys = createKeyStore(keychain, noTimer)
  await keys.set('openai', openai, secret)
  keychain.fail = new Error('locked')
  expect(await keys.clear('openai', openai)).toEqual({
    location: 'none',
    problem: expect.stringContaining('locked'),
  })
  keychain.fail = null
  expect(await keys.keyFor('openai', openai)).toBeNull()
})

test('a keychain that cannot be read gives no key, says why, and is asked again later', async () => {
  const keychain = fakeKeychain([['openai https://api.openai.com', secret]])
  keychain.fail = new Error('Cannot autolaunch D-Bus')
  const keys = createKeyStore(keychain, noTimer)
  expect(await keys.keyFor('openai', openai)).toBeNull()
  expect(await keys.status('openai', openai)).toEqual({
    location: 'none',
    problem: expect.stringContaining('No keychain is running'),
  })
  keychain.fail = null
  expect(await keys.keyFor('openai', openai)).toBe(secret)
})

test('a keychain that hangs at its prompt is given up, and nothing more is asked of it', async () => {
  const keychain = fakeKeychain()
  const time = fakeTime()
  const keys = createKeyStore(keychain, time.schedule)
  keychain.hang = true
  const saving = keys.set('openai', openai, secret)
  expect(await time.fireNext()).toBe(30_000)
  expect(await saving).toEqual({
    location: 'session',
    problem: 'The keychain does not answer. It may be waiting at a prompt for its password.',
  })
  expect(await keys.keyFor('openai', openai)).toBe(secret)
  expect(await keys.keyFor('another', openai)).toBeNull()
  expect(keychain.asked).toEqual(['set openai https://api.openai.com'])
  expect(keys.isBusy()).toBe(true)

  keychain.hang = false
  keychain.release()
  await expect.poll(() => keys.status('openai', openai)).toEqual({ location: 'keychain' })
  expect(await keys.keyFor('another', openai)).toBeNull()
  expect(keychain.asked).toContain('get another https://api.openai.com')
  expect(time.waiting()).toBe(0)
  expect(keys.isBusy()).toBe(false)
})

test('a key that was cleared while the keychain hung does not come back', async () => {
  const keychain = fakeKeychain()
  const time = fakeTime()
  const keys = createKeyStore(keychain, time.schedule)
  keychain.hang = true
  const saving = keys.set('openai', openai, secret)
  await time.fireNext()
  await saving
  expect((await keys.clear('openai', openai)).problem).toContain('does not answer')
  keychain.hang = false
  keychain.release()
  await expect.poll(() => keychain.asked).toContain('delete openai https://api.openai.com')
  expect(keychain.kept.size).toBe(0)
  expect(await keys.keyFor('openai', openai)).toBeNull()
})

test('of a key and its removal the later one counts', async () => {
  const keychain = fakeKeychain()
  const keys = createKeyStore(keychain, noTimer)
  await Promise.all([keys.set('openai', openai, secret), keys.clear('openai', openai)])
  expect(keychain.kept.size).toBe(0)
  expect(await keys.status('openai', openai)).toEqual({ location: 'none' })
  await Promise.all([keys.clear('openai', openai), keys.set('openai', openai, secret)])
  expect(await keys.status('openai', openai)).toEqual({ location: 'keychain' })
})
