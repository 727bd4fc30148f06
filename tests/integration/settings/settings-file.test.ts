import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings/settings'

// Importing `electron` outside Electron fetches its binary, unless it is told where one is.
vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', '/nowhere')
const { openSettings } = await import('../../../src/main/settings/settings-store')

const now = (): number => Date.UTC(2026, 10, 22, 12, 57, 3)
const brokenName = 'settings.broken-2026-11-22T12-57-03.json'

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rivulet-settings-'))
  onTestFinished(() => {
    chmodSync(folder, 0o755)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

test('a new folder has the defaults; a change is there for the next start', () => {
  const folder = temporaryFolder()
  const first = openSettings(folder, now)
  expect(first.read()).toEqual(defaultSettings)
  expect(first.notices).toEqual([])
  expect(readdirSync(folder)).toEqual([])
  first.update({ theme: 'dark', systemPrompt: 'Überlege 😀' })
  expect(readdirSync(folder)).toEqual(['settings.json'])
  expect(openSettings(folder, now).read()).toEqual({
    ...defaultSettings,
    theme: 'dark',
    systemPrompt: 'Überlege 😀',
  })
})

test.each([
  ['half a file', '{ "theme": "dark", "sen'],
  ['an empty file', ''],
  ['no object', '["theme"]'],
  ['zeros, as after a power cut', '\0'.repeat(300)],
])('%s is kept aside, and the defaults are used', (_name, content) => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'settings.json'), content)
  const store = openSettings(folder, now)
  expect(store.read()).toEqual(defaultSettings)
  expect(store.notices).toEqual([
    `The settings file could not be read. It was kept as "${brokenName}", and Rivulet runs with its default settings. Set again in Settings what you had changed.`,
  ])
  expect(readFileSync(join(folder, brokenName), 'utf8')).toBe(content)
  store.update({ theme: 'light' })
  expect(openSettings(folder, now)).toMatchObject({ notices: [] })
  expect(openSettings(folder, now).read().theme).toBe('light')
})

test('two broken files of the same second are both kept', () => {
  const folder = temporaryFolder()
  for (const content of ['one', 'two']) {
    writeFileSync(join(folder, 'settings.json'), content)
    openSettings(folder, now)
  }
  expect(readdirSync(folder).sort()).toEqual([
    'settings.broken-2026-11-22T12-57-03-2.json',
    brokenName,
  ])
})

test('one damaged field is repaired, and the file as it was is kept', () => {
  const folder = temporaryFolder()
  const before = JSON.stringify({ theme: 7, welcomed: true, fromTheFuture: [1] })
  writeFileSync(join(folder, 'settings.json'), before)
  const store = openSettings(folder, now)
  expect(store.read()).toEqual({ ...defaultSettings, welcomed: true })
  expect(readFileSync(join(folder, brokenName), 'utf8')).toBe(before)
  expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'))).toEqual({
    ...defaultSettings,
    welcomed: true,
    fromTheFuture: [1],
  })
  expect(openSettings(folder, now).notices).toEqual([])
})

test('a file whose place is taken cannot be written: a sentence, and the settings as they were', () => {
  // A folder that is a file: the same refusal for everybody, root too.
  const folder = join(temporaryFolder(), 'file')
  writeFileSync(folder, '')
  const store = openSettings(folder, now)
  expect(() => store.update({ theme: 'dark' })).toThrow('The settings could not be saved')
  expect(store.read()).toEqual(defaultSettings)
})

test.runIf(process.getuid?.() !== undefined)(
  'a folder that cannot be written is said to be one',
  () => {
    const folder = temporaryFolder()
    openSettings(folder, now).update({ theme: 'light' })
    chmodSync(folder, 0o555)
    const store = openSettings(folder, now)
    const asNobody = process.getuid?.() === 0
    if (asNobody) process.seteuid?.(65534)
    try {
      expect(() => store.update({ theme: 'dark' })).toThrow(
        'The settings could not be saved, because their folder cannot be written. Check its permissions and try again.',
      )
    } finally {
      if (asNobody) process.seteuid?.(0)
    }
    expect(store.read().theme).toBe('light')
    expect(JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')).theme).toBe('light')
    expect(readdirSync(folder)).toEqual(['settings.json'])
  },
)
