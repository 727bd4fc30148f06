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
  ['mailto:a@example.com', 'mailto:a@example.com'],
  ['mailto:a@example.com?Subject=a%20b&body=c+d', 'mailto:a@example.com?Subject=a%20b&body=c+d'],
  ['mailto:a@example.com?cc=b@x.y&bcc=c@x.y', 'mailto:a@example.com?cc=b@x.y&bcc=c@x.y'],
  ['mailto:a@example.com?attach=/etc/passwd', 'mailto:a@example.com'],
  ['mailto:a@example.com?subject=s&ATTACHMENT=f&body=b', 'mailto:a@example.com?subject=s&body=b'],
  ['mailto:a@example.com?%61ttach=f&x&=&#attach=f', 'mailto:a@example.com'],
  ['mailto:a@example.com?body=x&amp;attach=f', 'mailto:a@example.com?body=x'],
])('of %s only words and receivers reach the mail program', (address, url) => {
  expect(describeLink(address)?.url).toBe(url)
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
