import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { fileFor, mayLoad } from '../../../src/main/security/app-address'

const folder = join(sep, 'app', 'renderer')

test('an address of ours names a file in the folder', () => {
  expect(fileFor('rivulet://app/index.html', folder)).toBe(join(folder, 'index.html'))
  expect(fileFor('rivulet://app/assets/main%20a.js?x#y', folder)).toBe(
    join(folder, 'assets', 'main a.js'),
  )
})

test.each([
  'rivulet://app/../secret',
  'rivulet://app/%2e%2e/%2e%2e/etc/passwd',
  'rivulet://app/..%2f..%2fetc%2fpasswd',
  'rivulet://app/..%5c..%5csecret',
  'rivulet://app/a%00.html',
  'rivulet://app/%ff',
  'rivulet://other/index.html',
  'file:///etc/passwd',
  'no address',
])('%s names nothing, or nothing outside of the folder', (address) => {
  const file = fileFor(address, folder)
  expect(file === null || file.startsWith(folder + sep)).toBe(true)
  expect(file ?? '').not.toContain('..')
})

test.each([
  ['rivulet://app/index.html', true],
  ['data:image/png;base64,AA==', true],
  ['rivulet://apple/', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:8080/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['blob:https://example.com/1', false],
])('the renderer may load %s: %s', (address, expected) => {
  expect(mayLoad(address)).toBe(expected)
})
