import { expect, test } from 'vitest'
import { isInstalled, lockfileHash } from '../../../scripts/dependencies.mjs'

const entries = {
  'node_modules/one': { version: '1.0.0', integrity: 'sha512-one' },
  'node_modules/for-another-system': { version: '1.0.0', integrity: 'x', optional: true },
}
const lockfileText = JSON.stringify({ packages: { '': { name: 'app' }, ...entries } })
const record = (packages: object) => JSON.stringify({ packages })
const complete = record({ 'node_modules/one': entries['node_modules/one'] })

test('a stamp with the hash of the lockfile means installed', () => {
  const stamp = lockfileHash(lockfileText)
  expect(isInstalled({ lockfileText, stamp, recordText: record({}) })).toBe(true)
})

test('without node_modules nothing is installed', () => {
  expect(isInstalled({ lockfileText, stamp: undefined, recordText: undefined })).toBe(false)
})

test('an install that npm has not finished is not one, whatever the stamp says', () => {
  const stamp = lockfileHash(lockfileText)
  expect(isInstalled({ lockfileText, stamp, recordText: undefined })).toBe(false)
})

test('a changed lockfile means install again', () => {
  const changed = lockfileText.replace('"1.0.0"', '"1.0.1"')
  const found = { lockfileText: changed, stamp: lockfileHash(lockfileText), recordText: complete }
  expect(isInstalled(found)).toBe(false)
})

test('an install by hand that matches the lockfile counts', () => {
  expect(isInstalled({ lockfileText, stamp: undefined, recordText: complete })).toBe(true)
})

test('an install by hand that lacks a package or has one too many does not', () => {
  const stamp = 'of another lockfile'
  expect(isInstalled({ lockfileText, stamp, recordText: record({}) })).toBe(false)
  const more = record({ ...entries, 'node_modules/two': { version: '2.0.0' } })
  expect(isInstalled({ lockfileText, stamp, recordText: more })).toBe(false)
})
