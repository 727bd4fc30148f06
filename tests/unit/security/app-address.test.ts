import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import {
  diagramsPage,
  fileFor,
  mayLoad,
  mayShowInFrame,
} from '../../../src/main/security/app-address'

const folder = join(sep, 'app', 'renderer')

test('an address of ours names a file in the folder', () => {
  expect(fileFor('rivulet://app/index.html', folder)).toEqual({
    path: join(folder, 'index.html'),
    reader: 'app',
  })
  expect(fileFor('rivulet://app/assets/main%20a.js?x#y', folder)).toEqual({
    path: join(folder, 'assets', 'main a.js'),
    reader: 'app',
  })
})

test('the frame for diagrams gets its page and scripts', () => {
  expect(fileFor(diagramsPage, folder)).toEqual({
    path: join(folder, 'diagram.html'),
    reader: 'diagrams',
  })
  expect(fileFor('rivulet://diagrams/assets/diagram-1.js', folder)).toEqual({
    path: join(folder, 'assets', 'diagram-1.js'),
    reader: 'diagrams',
  })
})

test.each([
  'rivulet://diagrams/index.html',
  'rivulet://diagrams/quick-ask.html',
  'rivulet://diagrams/assets/main.css',
  'rivulet://diagrams/assets/../index.html',
  'rivulet://diagrams/assets/%2e%2e/main.js',
  'rivulet://diagrams/main.js',
  'rivulet://diagrams/',
])('the frame for diagrams does not get %s', (address) => {
  expect(fileFor(address, folder)).toBeNull()
})

test('a page of ours cannot be opened as the page for diagrams', () => {
  expect(fileFor('rivulet://app/diagram.html', folder)).toBeNull()
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
  const path = fileFor(address, folder)?.path
  expect(path === undefined || path.startsWith(folder + sep)).toBe(true)
  expect(path ?? '').not.toContain('..')
})

test.each([
  ['rivulet://app/index.html', true],
  ['data:image/png;base64,AA==', true],
  ['rivulet://diagrams/diagram.html', true],
  ['rivulet://apple/', false],
  ['rivulet://diagrams.example/', false],
  ['https://example.com/', false],
  ['http://127.0.0.1:8080/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['blob:https://example.com/1', false],
])('the renderer may load %s: %s', (address, expected) => {
  expect(mayLoad(address)).toBe(expected)
})

test.each([
  ['rivulet://diagrams/diagram.html', true],
  ['rivulet://diagrams/diagram.html?x', false],
  ['rivulet://diagrams/assets/main.js', false],
  ['rivulet://app/index.html', false],
  ['data:text/html,hello', false],
  ['about:blank', false],
  ['https://example.com/', false],
])('a frame may show %s: %s', (address, expected) => {
  expect(mayShowInFrame(address)).toBe(expected)
})
