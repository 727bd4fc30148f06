import { expect, test } from 'vitest'
import { createWait } from '../../../src/main/answers/wait'
import { createManualClock } from '../../fakes/manual-clock'

const settled = () => new Promise(setImmediate)

function waiting() {
  const clock = createManualClock()
  const abort = new AbortController()
  const wait = createWait(clock, abort.signal)
  const done: string[] = []
  return { clock, abort, wait, done }
}

test('a wait ends with its time', async () => {
  const { clock, wait, done } = waiting()
  void wait.time(4000).then(() => done.push('time'))
  clock.advance(3999)
  await settled()
  expect(done).toEqual([])
  clock.advance(1)
  await settled()
  expect(done).toEqual(['time'])
})

test.each(['end', 'abort'] as const)('a wait is ended by %s and leaves no timer', async (how) => {
  const { clock, abort, wait, done } = waiting()
  void wait.time(4000).then(() => done.push('time'))
  if (how === 'end') wait.end()
  else abort.abort()
  await settled()
  expect(done).toEqual(['time'])
  expect(clock.pendingTimers).toBe(0)
})

test('ending a wait tells its work to give up', async () => {
  const { wait, done } = waiting()
  const work = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        done.push('given up')
        resolve()
      })
    })
  void wait.until(work).then(() => done.push('done'))
  wait.end()
  await settled()
  expect(done).toEqual(['given up', 'done'])
})

test('after the abort nothing waits', async () => {
  const { abort, wait, done } = waiting()
  abort.abort()
  await wait.time(4000)
  await wait.until(() => new Promise(() => done.push('started')))
  expect(done).toEqual([])
})
