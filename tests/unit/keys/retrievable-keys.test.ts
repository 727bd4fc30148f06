import { expect, test } from 'vitest'
import { createKeyStore } from '../../../src/main/keys/key-store'
import { createRetrievableKeys } from '../../../src/main/keys/retrievable-keys'
import { fakeKeychain, fakeTime } from './fake-keychain'

const openai = 'https://api.openai.com/v1'
const account = 'openai https://api.openai.com'
const elsewhere = 'https://elsewhere.example/v1'
const secret = 'sk-canary-0123456789'

function keyring(entries: readonly (readonly [string, string])[] = [[account, secret]]) {
  const keychain = fakeKeychain(entries)
  const keys = createRetrievableKeys(createKeyStore(keychain, () => () => undefined))
  return { keychain, keys }
}

test('a key that was withdrawn lies nowhere and is not sent; given back, it is where it was', async () => {
  const { keychain, keys } = keyring()
  expect(await keys.withdraw('openai', openai)).toEqual({ location: 'none' })
  expect(keychain.kept.size).toBe(0)
  expect(await keys.keyFor('openai', openai)).toBeNull()
  await keys.giveBack('openai', openai)
  expect(keychain.kept.get(account)).toBe(secret)
  expect(await keys.status('openai', openai)).toEqual({ location: 'keychain' })
})

test('it is given back to nobody else, and not once it was removed', async () => {
  const { keychain, keys } = keyring()
  await keys.withdraw('openai', openai)
  await keys.giveBack('openai', elsewhere)
  await keys.giveBack('other', openai)
  expect(keychain.kept.size).toBe(0)
  await keys.clear('openai', openai)
  await keys.giveBack('openai', openai)
  expect(keychain.kept.size).toBe(0)
})

test('it is given back once, and never in the place of a newer one', async () => {
  const { keychain, keys } = keyring()
  await keys.withdraw('openai', openai)
  await keys.giveBack('openai', openai)
  await keys.set('openai', openai, 'sk-newer')
  await keys.giveBack('openai', openai)
  expect(keychain.kept.get(account)).toBe('sk-newer')
})

test('taken back at once, while the keychain still works, it is kept', async () => {
  const { keychain, keys } = keyring()
  keychain.hang = true
  const both = Promise.all([keys.withdraw('openai', openai), keys.giveBack('openai', openai)])
  keychain.hang = false
  keychain.release()
  await both
  expect(keychain.kept.get(account)).toBe(secret)
  expect(await keys.keyFor('openai', openai)).toBe(secret)
})

test('at another address it is said whose the key is, until there is one or none is wanted', async () => {
  const { keys } = keyring()
  await keys.withdraw('openai', openai)
  const { location, problem } = await keys.status('openai', elsewhere)
  expect(location).toBe('none')
  expect(problem).toContain('belongs to https://api.openai.com')
  await keys.set('openai', elsewhere, 'sk-2')
  expect(await keys.status('openai', elsewhere)).toEqual({ location: 'keychain' })
  await keys.clear('openai', elsewhere)
  expect(await keys.status('openai', elsewhere)).toEqual({ location: 'none' })
})

test('of several addresses the one that was left last is told', async () => {
  const { keys } = keyring()
  await keys.withdraw('openai', openai)
  await keys.set('openai', elsewhere, 'sk-2')
  await keys.withdraw('openai', elsewhere)
  const { problem } = await keys.status('openai', 'https://third.example/v1')
  expect(problem).toContain('belongs to https://elsewhere.example')
})

test('a problem of the keychain is told before whose the key is', async () => {
  const { keychain, keys } = keyring()
  await keys.withdraw('openai', openai)
  keychain.fail = new Error('locked')
  const { problem } = await keys.status('openai', elsewhere)
  expect(problem).toBeDefined()
  expect(problem).not.toContain('belongs to')
})

test('where there was no key nothing is said', async () => {
  const { keys } = keyring([])
  await keys.withdraw('openai', openai)
  expect(await keys.status('openai', elsewhere)).toEqual({ location: 'none' })
})

test('a key that is withdrawn while the keychain hangs goes as soon as that answers', async () => {
  const keychain = fakeKeychain([[account, secret]])
  const time = fakeTime()
  const keys = createRetrievableKeys(createKeyStore(keychain, time.schedule))
  keychain.hang = true
  const withdrawn = keys.withdraw('openai', openai)
  await time.fireNext()
  await withdrawn
  keychain.hang = false
  keychain.release()
  await expect.poll(() => keychain.kept.size).toBe(0)
})

test('an address changed to and fro and to again while the keychain works leaves no key behind', async () => {
  const { keychain, keys } = keyring()
  const change = async (from: string, to: string): Promise<void> => {
    await keys.withdraw('openai', from)
    await keys.giveBack('openai', to)
  }
  await Promise.all([
    change(openai, elsewhere),
    change(elsewhere, openai),
    change(openai, elsewhere),
  ])
  expect(keychain.kept.size).toBe(0)
})
