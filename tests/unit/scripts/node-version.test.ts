import { expect, test } from 'vitest'
import { isNodeRecentEnough } from '../../../scripts/node-version.mjs'

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['20.18.3', false],
  ['20.9.0', false],
  ['18.30.0', false],
  ['8.17.0', false],
])('Node %s is recent enough: %s', (version, expected) => {
  expect(isNodeRecentEnough(version)).toBe(expected)
})
