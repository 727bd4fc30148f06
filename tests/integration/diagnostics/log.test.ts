import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '../../../src/main/diagnostics/log'
import type { LogEntry } from '../../../src/main/diagnostics/log-entry'

let dataFolder = ''

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'rivulet-log-'))
})
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

function entry(attempt: number, changes: Partial<LogEntry> = {}): LogEntry {
  return { at: attempt, event: 'attempt-failed', answerId: 'one', attempt, ...changes }
}

describe('The log', () => {
  test('is a file with a JSON object a line, for nobody but the user', () => {
    const log = createLog({ dataFolder })
    log.write(entry(1))
    log.write(entry(2, { model: '%c%s%d%o' }))
    log.write(entry(3, { model: 'gpt-5' }))
    expect(log.path).toBe(join(dataFolder, 'logs', 'rivulet.log'))
    const lines = readFileSync(log.path, 'utf8').trimEnd().split(/\r?\n/)
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: '1970-01-01T00:00:00.001Z', event: 'attempt-failed', answerId: 'one', attempt: 1 },
      { at: '1970-01-01T00:00:00.002Z', event: 'attempt-failed', answerId: 'one', attempt: 2 },
      {
        at: '1970-01-01T00:00:00.003Z',
        event: 'attempt-failed',
        answerId: 'one',
        attempt: 3,
        model: 'gpt-5',
      },
    ])
    if (process.platform !== 'win32') expect(statSync(log.path).mode & 0o077).toBe(0)
  })

  test('keeps what matters enough', async () => {
    const log = createLog({ dataFolder, level: 'warn' })
    log.write(entry(1, { event: 'waited' }))
    log.write(entry(2, { event: 'attempt-failed' }))
    log.write(entry(3, { event: 'answer-failed' }))
    expect((await log.entriesOf('one', 9)).map(({ at }) => at)).toEqual([2, 3])
  })

  test('moves on to older files and drops the oldest', async () => {
    const bytesPerFile = 2000
    const log = createLog({ dataFolder, bytesPerFile })
    for (let attempt = 1; attempt <= 200; attempt += 1) log.write(entry(attempt))
    const folder = join(dataFolder, 'logs')
    expect(readdirSync(folder).sort()).toEqual(['rivulet.1.log', 'rivulet.2.log', 'rivulet.log'])
    for (const name of readdirSync(folder))
      expect(statSync(join(folder, name)).size).toBeLessThan(bytesPerFile + 200)
    const kept = await log.entriesOf('one', 1000)
    expect(kept.length).toBeGreaterThan(40)
    expect(kept.map(({ at }) => at)).toEqual(kept.map((_, index) => 201 - kept.length + index))
  })

  test('gives the last entries of one answer, past what is no entry, after a restart too', async () => {
    const log = createLog({ dataFolder })
    log.write(entry(1))
    log.write(entry(2, { answerId: 'another' }))
    writeFileSync(log.path, 'cut{"at":\n', { flag: 'a' })
    log.write(entry(3))
    log.write(entry(4))
    const later = createLog({ dataFolder })
    expect((await later.entriesOf('one', 2)).map(({ at }) => at)).toEqual([3, 4])
    expect(await later.entriesOf('one', 0)).toEqual([])
    expect(await later.entriesOf('nobody', 9)).toEqual([])
  })

  test('that cannot be written or read disturbs nobody', async () => {
    writeFileSync(join(dataFolder, 'logs'), 'a file where the folder should be')
    const log = createLog({ dataFolder })
    log.write(entry(1))
    expect(await log.entriesOf('one', 9)).toEqual([])

    const full = mkdtempSync(join(dataFolder, 'full-'))
    const other = createLog({ dataFolder: full })
    other.write(entry(1))
    rmSync(other.path)
    mkdirSync(other.path)
    other.write(entry(2))
    expect(await other.entriesOf('one', 9)).toEqual([])
  })
})
