import { describe, expect, test } from 'vitest'
import { cleanEntry, type LogEntry } from '../../../src/main/diagnostics/log-entry'
import { formatLine, parseLine } from '../../../src/main/diagnostics/log-line'

const entry: LogEntry = {
  at: Date.UTC(2026, 10, 22, 14, 0, 0, 250),
  event: 'attempt-failed',
  answerId: '0b5e9a52-5d0f-4c7b-9a53-0b9f7e0f2d11',
  provider: 'environment',
  model: 'meta-llama/Llama-3.3-70B:free',
  code: 'rate-limited',
  status: 429,
  attempt: 2,
  waitMs: 1500,
  waitingFor: 'retry',
  received: 812,
}

describe('An entry of the log', () => {
  test('is one line of JSON and comes back as it was', () => {
    const line = formatLine(entry)
    expect(line).toMatch(/^\{"at":"2026-11-22T14:00:00.250Z","event":"attempt-failed",[^\n]*\}$/)
    expect(parseLine(line)).toEqual(entry)
    expect(cleanEntry(entry)).toEqual(entry)
  })

  test('keeps nothing that has no place in it', () => {
    const secret = 'sk-canary-Zk7Qv93LmT0pXw5RbN2d'
    const dirty = {
      ...entry,
      text: 'What is a rivulet?',
      message: 'The server said: no',
      key: secret,
      __proto__: { toJSON: 1 },
      headers: { authorization: `Bearer ${secret}` },
    }
    expect(cleanEntry(dirty)).toEqual(entry)
  })

  test.each([
    ['model', 'sk-canary-Zk7Qv93LmT0pXw5RbN2d'],
    ['model', 'Bearer-abc'],
    ['model', 'What is a rivulet?'],
    ['answerId', { id: 1 }],
    ['provider', 'one\ntwo'],
    ['code', 'made-up'],
    ['status', 7],
    ['attempt', '2'],
    ['waitMs', Number.NaN],
    ['waitingFor', 'Godot'],
    ['errorName', ''],
  ])('drops %s when it is %o', (name, value) => {
    const { [name as keyof LogEntry]: _, ...rest } = entry
    expect(cleanEntry({ ...rest, [name]: value })).toEqual(rest)
  })

  test('cuts long names', () => {
    expect(cleanEntry({ ...entry, model: 'x'.repeat(5000) })?.model).toHaveLength(120)
  })

  test.each([null, 'text', {}, { event: 'answer-failed' }, { at: 1, event: 'toString' }])(
    '%o is none',
    (candidate) => {
      expect(cleanEntry(candidate)).toBeNull()
    },
  )

  test.each([
    '',
    '{"at":"2026-11-22T14:0',
    'null',
    '[log cropped]',
    '{"at":"then","event":"waited"}',
  ])('a line “%s” is none', (line) => {
    expect(parseLine(line)).toBeNull()
  })
})
