import { expect, test } from 'vitest'
import { isInstalled, lockfileHash } from '../../../scripts/dependencies.mjs'

const entries = {
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
  'node_modules/for-another-system': { version: '1.0.0', integrity: 'x', optional: true },
}
const lockfileText = JSON.stringify({ packages: { '': { name: 'app' }, ...entries } })
const record = (packages: object) => JSON.stringify({ packages })
const complete = record({ 'node_modules/one': entries['node_modules/one'] })
const stamp = lockfileHash(lockfileText)
const found = { lockfileText, stamp, recordText: complete, hasPackage: () => true }

test('a stamp with the hash of the lockfile means installed', () => {
  expect(isInstalled({ ...found, recordText: record({}) })).toBe(true)
})

test('without node_modules nothing is installed', () => {
  expect(isInstalled({ ...found, stamp: undefined, recordText: undefined })).toBe(false)
})

test('an install that npm has not finished is not one, whatever the stamp says', () => {
  expect(isInstalled({ ...found, recordText: undefined })).toBe(false)
  expect(isInstalled({ ...found, recordText: complete.slice(0, 20) })).toBe(false)
})

test('a changed lockfile means install again', () => {
  const changed = lockfileText.replace('"1.0.0"', '"1.0.1"')
  expect(isInstalled({ ...found, lockfileText: changed })).toBe(false)
})

test('an install by hand that matches the lockfile counts', () => {
  expect(isInstalled({ ...found, stamp: undefined })).toBe(true)
})

test('an install by hand that lacks a package or has one too many does not', () => {
  const byHand = { ...found, stamp: 'of another lockfile' }
  expect(isInstalled({ ...byHand, recordText: record({}) })).toBe(false)
  const more = record({ ...entries, 'node_modules/two': { version: '2.0.0' } })
  expect(isInstalled({ ...byHand, recordText: more })).toBe(false)
})

test('a package that is recorded and is not there means install again', () => {
  const hasPackage = (path: string) => path !== 'node_modules/one'
  expect(isInstalled({ ...found, hasPackage })).toBe(false)
  expect(isInstalled({ ...found, stamp: undefined, hasPackage })).toBe(false)
})
