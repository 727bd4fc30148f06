import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import {
  addTurn,
  answerOf,
  openService,
  temporaryFolder,
} from '../../unit/history/temporary-history'
import { type BuiltScript, buildScript } from './built-script'

let built: BuiltScript

beforeAll(async () => {
  built = await buildScript(join(import.meta.dirname, 'writer.ts'))
}, 60_000)
afterAll(() => built.remove())

function start(task: string, file: string): ChildProcess {
  return spawn(process.execPath, [built.path, task, file], { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** All lines that the process said until it ended. Kills it after so many lines, if that is given. */
async function linesOf(
  child: ChildProcess,
  killAfter = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const lines: string[] = []
  const ended = new Promise((resolve) => child.once('close', resolve))
  if (child.stdout === null) throw new Error('No output')
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (lines.length === killAfter) child.kill('SIGKILL')
  }
  await ended
  return lines
}

test.each([1, 6, 7, 40, 173, 400])(
  'killed after %i acknowledgements, no acknowledged word is lost',
  async (count) => {
    const file = join(temporaryFolder(), 'history.sqlite')
    const lines = await linesOf(start('write-for-ever', file), count)
    expect(lines.length).toBeGreaterThanOrEqual(count)

    const history = openService(file)
    expect(history.notices).toEqual([])
    const answers = new Map(
      history.listConversations().map(({ id }) => {
        const [question, answer] = history.openConversation(id, [])?.messages ?? []
        expect(question).toMatchObject({ text: `Question ${id.slice(1)}` })
        if (answer?.role !== 'assistant') throw new Error('A question without its answer')
        return [id.slice(1), answer.answer] as const
      }),
    )
    for (const line of lines) {
      const [kind, turn = '', piece = ''] = line.split(' ')
      const answer = answers.get(turn)
      expect(answer, line).toBeDefined()
      if (kind === 'checkpoint' && answer?.state.kind === 'interrupted') {
        expect(answer.text, line).toContain(`piece ${piece}`)
      }
      if (kind === 'end') {
        expect(answer).toMatchObject({
          text: `The whole answer ${turn}`,
          state: { kind: 'complete', finishReason: 'stop' },
        })
      }
    }
    for (const answer of answers.values()) {
      expect(['complete', 'interrupted']).toContain(answer.state.kind)
    }
    const orphans = history.search('piece 0')
    expect(orphans.length).toBeLessThanOrEqual(answers.size)
  },
)

test('killed again and again while it goes on, an answer has every acknowledged number once, in order', async () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  let acknowledged = 0
  for (const count of [3, 1, 2, 3, 40, 2, 1, 7, 60]) {
    for (const line of await linesOf(start('go-on-for-ever', file), count)) {
      const number = Number(line.split(' ')[1])
      expect(number, line).toBeGreaterThanOrEqual(acknowledged)
      acknowledged = number
    }
  }
  expect(acknowledged).toBeGreaterThan(100)

  const history = openService(file)
  expect(history.notices).toEqual([])
  const answer = answerOf(history, 'a')
  const written = answer?.text.trim().split(' ').length ?? 0
  expect(written).toBeGreaterThanOrEqual(acknowledged)
  const numbers = Array.from({ length: written }, (_each, index) => `${index + 1} `)
  expect(answer).toMatchObject({ text: numbers.join(''), state: { kind: 'interrupted' } })
  expect(history.takeUnfinished('always')).toMatchObject([{ answerId: 'a-answer', kept: true }])
  expect(history.reopenAnswer('a-answer', []).cursor?.sequenceNumber).toBe(written)
})

function historyToRead(): string {
  const file = join(temporaryFolder(), 'history.sqlite')
  const made = join(temporaryFolder(), 'made.sqlite')
  const history = openService(made)
  addTurn(history, 'c', 'a', 'Question', 'The answer')
  history.close()
  // This process still has what it made open; nobody has the copy.
  copyFileSync(made, file)
  return file
}

/** Gives the folder to be read by everybody and written by nobody, with what lies in it. */
function makeReadOnly(file: string): void {
  for (const part of ['', '-wal', '-shm']) {
    if (existsSync(file + part)) chmodSync(file + part, 0o444)
  }
  chmodSync(dirname(file), 0o555)
  onTestFinished(() => chmodSync(dirname(file), 0o755))
}

const readOnly =
  'The history cannot be written, because its folder is read-only. Allow writing there and try again; nothing that was saved before is lost.'

test.each([
  ['closed properly', false],
  ['left with a log by a killed program', true],
])('a history that was %s is read in a folder that cannot be written', async (_name, killed) => {
  const file = historyToRead()
  if (killed) await linesOf(start('end-badly', file))
  makeReadOnly(file)
  const before = readFileSync(file)
  expect(await linesOf(start('try-to-write', file))).toEqual([
    `notice ${readOnly}`,
    `title ${killed ? 'Question1' : 'Question'}`,
    'read ["a-question","a-answer"]',
    'found 1',
    `refused ${readOnly}`,
  ])
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('in a folder that cannot be written no new history is made', async () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  makeReadOnly(file)
  expect(await linesOf(start('try-to-write', file))).toEqual([
    'not opened The history file cannot be opened. Check that you may read and write its folder.',
  ])
})
