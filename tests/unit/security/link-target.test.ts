import { expect, test } from 'vitest'
import { describeLink } from '../../../src/main/security/link-target'

test.each([
  ['https://example.com/a?b', 'example.com'],
  ['https://example.com:8443/', 'example.com:8443'],
  ['https://аpple.com/', 'xn--pple-43d.com'],
  ['mailto:someone@example.com?subject=hi', 'someone@example.com'],
])('%s leads to %s', (address, target) => {
  expect(describeLink(address)?.target).toBe(target)
})

test.each([
  'http://example.com/',
  'https://user:password@example.com/',
  'https://google.com@evil.example/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,hi',
  'ms-settings:',
  'rivulet://app/index.html',
  'not an address',
  '',
])('%s is not opened', (address) => {
  expect(describeLink(address)).toBeNull()
})
