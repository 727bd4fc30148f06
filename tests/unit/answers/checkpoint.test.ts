import { expect, test } from 'vitest'
import { createCheckpointer } from '../../../src/main/answers/checkpoint'
import type { Checkpoint } from '../../../src/main/history/history'
import { createManualClock } from '../../fakes/manual-clock'

function checkpointing() {
  const clock = createManualClock()
  const writes: Checkpoint[] = []
  const reports: unknown[] = []
  const disk = { refuses: false }
  const checkpointer = createCheckpointer(
    clock,
    async (checkpoints) => {
      if (disk.refuses) throw new Error('The disk is full.')
      writes.push(...checkpoints)
    },
    (error) => reports.push(error),
  )
  return { clock, writes, reports, disk, checkpointer }
}

const settled = () => new Promise(setImmediate)

test('text is on its way to disk within 200 ms, once, with its offset', async () => {
  const { clock, writes, checkpointer } = checkpointing()
  checkpointer.record('a', 'text', 'one ')
  clock.advance(150)
  checkpointer.record('a', 'text', 'two ')
  expect(writes).toEqual([])
  clock.advance(50)
  await settled()
  expect(writes).toEqual([
    { answerId: 'a', offset: 0, text: 'one two ', reasoning: '', cursor: null },
  ])
  checkpointer.record('a', 'text', 'three')
  clock.advance(200)
  await settled()
  expect(writes[1]).toEqual({
    answerId: 'a',
    offset: 8,
    text: 'three',
    reasoning: '',
    cursor: null,
  })
  expect(clock.pendingTimers).toBe(0)
})

test('a write that the disk refuses is told and repeated with what came since', async () => {
  const { clock, writes, reports, disk, checkpointer } = checkpointing()
  disk.refuses = true
  checkpointer.record('a', 'text', 'kept ')
  clock.advance(200)
  await settled()
  expect(reports).toHaveLength(1)
  disk.refuses = false
  checkpointer.record('a', 'text', 'safe')
  clock.advance(200)
  await settled()
  expect(writes).toEqual([
    { answerId: 'a', offset: 0, text: 'kept safe', reasoning: '', cursor: null },
  ])
})

test('what was taken at the end is not written, and leaves no timer', async () => {
  const { clock, writes, checkpointer } = checkpointing()
  checkpointer.record('a', 'text', 'stored otherwise')
  expect(checkpointer.take('a')?.text).toBe('stored otherwise')
  expect(checkpointer.take('a')).toBeNull()
  expect(clock.pendingTimers).toBe(0)
  clock.advance(500)
  await settled()
  expect(writes).toEqual([])
})

test('a cursor goes to disk with the text that it covers', async () => {
  const { clock, writes, checkpointer } = checkpointing()
  const cursor = { responseId: 'r', sequenceNumber: 7 }
  checkpointer.record('a', 'text', 'covered')
  checkpointer.reach('a', cursor)
  clock.advance(200)
  await settled()
  checkpointer.record('a', 'text', ', not yet')
  clock.advance(200)
  await settled()
  expect(writes.map(({ text, cursor: reached }) => [text, reached])).toEqual([
    ['covered', cursor],
    [', not yet', null],
  ])
})

test('an answer that goes on begins at what is on disk', async () => {
  const { clock, writes, checkpointer } = checkpointing()
  checkpointer.begin('a', 40)
  checkpointer.record('a', 'text', 'more')
  clock.advance(200)
  await settled()
  expect(writes).toEqual([{ answerId: 'a', offset: 40, text: 'more', reasoning: '', cursor: null }])
})

test('an answer that cannot be stored does not hold up the others', async () => {
  const clock = createManualClock()
  const writes: string[] = []
  const checkpointer = createCheckpointer(
    clock,
    async (checkpoints) => {
      if (checkpoints.some(({ answerId }) => answerId === 'gone')) throw new Error('It is gone.')
      writes.push(...checkpoints.map(({ answerId }) => answerId))
    },
    () => {},
  )
  checkpointer.record('gone', 'text', 'x')
  checkpointer.record('there', 'text', 'y')
  clock.advance(200)
  await settled()
  expect(writes).toEqual(['there'])
})
