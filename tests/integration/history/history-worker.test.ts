import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { History } from '../../../src/main/history/history'
import { connectHistory } from '../../../src/main/history/history-client'
import { serveHistory } from '../../../src/main/history/history-server'
import { openHistoryWorker } from '../../../src/main/history/open-history-worker'
import { damagePage, pagesOf, withHistory } from '../../unit/history/damaged-file'
import { openService, temporaryFolder } from '../../unit/history/temporary-history'
import { begun, checkpointOf, completed, model, questionOf } from '../../unit/history/turns'
import { type BuiltScript, buildScript } from './built-script'

const workerSource = join(import.meta.dirname, '../../../src/main/history/history-worker.ts')
let built: BuiltScript

beforeAll(async () => {
  built = await buildScript(workerSource)
}, 60_000)
afterAll(() => built.remove())

test('the real client asks the real server over a channel', async () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const { port1, port2 } = new MessageChannel()
  const stop = serveHistory(port2, openService(file), () => {})
  const history = connectHistory(port1)
  onTestFinished(() => {
    stop()
    port1.close()
  })

  await history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  await history.appendCheckpoints([checkpointOf('a', 0, 'The')])
  await history.endAnswer(completed('a', 'The answer'))
  expect(await history.search('answer')).toHaveLength(1)
  expect((await history.openConversation('c', []))?.messages).toHaveLength(2)
  expect(await history.openConversation('none', [])).toBeNull()
  await expect(history.renameConversation('none', 'x')).rejects.toThrow(
    'This conversation is not there any more.',
  )
  await expect(
    history.addQuestion(questionOf('c', 'a', 'secret words'), begun('a'), 1),
  ).rejects.toThrow(/^The history could not do this, because of a mistake in Rivulet\./)
})

test('an interrupted answer goes on over the worker', async () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const cursor = { responseId: 'resp_1', sequenceNumber: 4 }
  const text = 'Half \ud83d\0'
  const first = await openHistoryWorker(built.path, file)
  await first.history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  await first.history.appendCheckpoints([checkpointOf('a', 0, text, { cursor })])
  await first.history.close()

  const { history } = await openHistoryWorker(built.path, file)
  expect(await history.takeUnfinished('always')).toEqual([
    { conversationId: 'c', answerId: 'a-answer', kept: true },
  ])
  expect(await history.reopenAnswer('a-answer', [])).toMatchObject({
    conversationId: 'c',
    questionId: 'a-question',
    answer: { text, state: { kind: 'resuming' } },
    cursor,
  })
  await history.endAnswer(completed('a', `${text} and whole`))
  await expect(history.reopenAnswer('a-answer', [])).rejects.toThrow(
    'This answer is complete: there is nothing to go on with.',
  )
  expect(await history.pastLengths(model)).toEqual([{ questionLength: 8, answerLength: 17 }])
  await history.close()
})

test('calls are carried out in the order in which they were made', async () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const { history } = await openHistoryWorker(built.path, file)
  const calls: Promise<unknown>[] = []
  calls.push(history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1))
  for (let offset = 0; offset < 100; offset += 1) {
    calls.push(history.appendCheckpoints([checkpointOf('a', offset, 'x')]))
  }
  await Promise.all(calls)
  const messages = (await history.openConversation('c', []))?.messages
  expect(messages?.[1]).toMatchObject({ answer: { text: 'x'.repeat(100) } })
  await history.close()
})

test('damage that is met at run time is repaired by the restart that is asked for', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'history.sqlite')
  withHistory(file, 300)
  const pages = pagesOf(file, 'messages', 'ncell > 1')
  damagePage(file, pages[4] ?? 0)

  const first = await openHistoryWorker(built.path, file)
  expect(first.notices).toEqual([])
  const refusals: string[] = []
  for (const { id } of await first.history.listConversations()) {
    await first.history.openConversation(id, []).catch((error) => refusals.push(error.message))
  }
  expect(new Set(refusals)).toEqual(
    new Set([
      'A part of the history file is damaged. Restart Rivulet: it checks the file when it starts.',
    ]),
  )
  await first.history.close()

  const { history, notices } = await openHistoryWorker(built.path, file)
  expect(notices).toEqual([expect.stringContaining('What could be read was saved: 300 conv')])
  for (const { id } of await history.listConversations()) await history.openConversation(id, [])
  await history.close()
})

test('checkpoints and ends go before searches, and of waiting searches only the newest is done', async () => {
  const { port1, port2 } = new MessageChannel()
  const service = openService(join(temporaryFolder(), 'history.sqlite'))
  const stop = serveHistory(port2, service, () => {})
  const history = connectHistory(port1)
  onTestFinished(() => {
    stop()
    port1.close()
  })
  await history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  const order: string[] = []
  const noting = async <Value>(name: string, work: Promise<Value>): Promise<Value> => {
    const value = await work
    order.push(name)
    return value
  }
  const older = ['q', 'qu'].map((text) => history.search(text))
  const newest = noting('search', history.search('que'))
  await Promise.all([
    noting('checkpoint', history.appendCheckpoints([checkpointOf('a', 0, 'The')])),
    noting('end', history.endAnswer(completed('a', 'The question'))),
    newest,
  ])
  expect(order).toEqual(['checkpoint', 'end', 'search'])
  expect(await newest).toHaveLength(1)
  expect(await Promise.all(older)).toEqual([[], []])
})

test('a search that waits when the history is closed is answered', async () => {
  const file = join(temporaryFolder(), 'history.sqlite')
  const { history } = await openHistoryWorker(built.path, file)
  const search = history.search('nowhere')
  await history.close()
  expect(await search).toEqual([])
  await expect(history.search('later')).rejects.toThrow('The history is closed.')
})

test('the worker closes the file, ends, and leaves nothing but the file', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'history.sqlite')
  const { history, notices } = await openHistoryWorker(built.path, file)
  expect(notices).toEqual([])
  const question = history.addQuestion(questionOf('c', 'a', 'Question'), begun('a'), 1)
  await history.close()
  await question
  await expect(history.listConversations()).rejects.toThrow('The history is closed.')
  expect(readdirSync(folder)).toEqual(['history.sqlite'])

  const again = await openHistoryWorker(built.path, file)
  expect(await again.history.listConversations()).toHaveLength(1)
  await again.history.close()
})

test('when the worker dies, what was asked and what is asked later rejects', async () => {
  const worker = new Worker(built.path, {
    workerData: { file: join(temporaryFolder(), 'history.sqlite') },
  })
  const history: History = connectHistory(worker)
  await history.listConversations()
  const open = expect(history.search('x')).rejects.toThrow('stopped')
  await worker.terminate()
  await open
  await expect(history.listConversations()).rejects.toThrow('The history has stopped working.')
})

test('a file that cannot be opened rejects with a sentence', async () => {
  const noFolder = join(temporaryFolder(), 'file')
  writeFileSync(noFolder, '')
  await expect(openHistoryWorker(built.path, join(noFolder, 'history.sqlite'))).rejects.toThrow(
    'The history file cannot be opened. Check that you may read and write its folder.',
  )
  await expect(
    openHistoryWorker(join(built.path, 'missing.mjs'), join(tmpdir(), 'unused')),
  ).rejects.toThrow('The history could not be started.')
})

test('what happened to a damaged file is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rivulet-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'history.sqlite')
  writeFileSync(file, 'no database '.repeat(1000))
  const { history, notices } = await openHistoryWorker(built.path, file)
  expect(notices).toEqual([expect.stringContaining('was damaged')])
  await history.close()
})
