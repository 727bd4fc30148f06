import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { z } from 'zod'
import { inTemporaryFolder } from '../torture/temporary-folder'
import type { PaintingJob, PaintingResult } from './painting-job'
import type { PaintingOrder, PaintingReply } from './painting-order'
import type { Recording } from './profile-recording'

export interface PaintingHarness {
  /** @throws what it says when the job could not be done, or not within its limit */
  readonly run: (job: PaintingJob, options?: RunOptions) => Promise<PaintingResult>
}

export interface RunOptions {
  /** In milliseconds. */
  readonly limit?: number
  readonly recording?: Recording | null
}

const usualLimit = 120_000
const readyLimit = 30_000

/** What Chromium is told for frames that follow each other at once. */
const asFastAsPossible = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** Gives the work a harness: an Electron of its own, bundled beside this file. */
export function withPaintingHarness<Value>(
  frameRate: 'of the display' | 'unlimited',
  work: (harness: PaintingHarness) => Promise<Value>,
): Promise<Value> {
  return inTemporaryFolder(async (userData) => {
    const child = start(userData, frameRate === 'unlimited' ? asFastAsPossible : [])
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    try {
      // A program that fails before it can say so shows a window instead of ending.
      const tooLate = setTimeout(() => child.kill('SIGKILL'), readyLimit)
      const greeting = await nextReply(child)
      clearTimeout(tooLate)
      if (greeting.kind !== 'ready') throw new Error('The harness did not begin')
      return await work({
        async run(job, { limit = usualLimit, recording = null } = {}) {
          const order: PaintingOrder = { job, limit, recording }
          const reply = nextReply(child)
          child.send(order)
          const told = await reply
          if (told.kind === 'result') return told.result
          throw new Error(told.kind === 'failed' ? told.reason : 'The harness began anew')
        },
      })
    } finally {
      if (child.connected) child.disconnect()
      await ended
    }
  })
}

function start(userData: string, switches: readonly string[]): ChildProcess {
  const executable = z.string().parse(process.env['RIVULET_TEST_ELECTRON'])
  const parameters = z.array(z.string()).parse(JSON.parse(process.env['RIVULET_TEST_ARGS'] ?? '[]'))
  return spawn(
    executable,
    [import.meta.dirname, ...parameters, ...switches, `--user-data-dir=${join(userData, 'data')}`],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  )
}

function nextReply(child: ChildProcess): Promise<PaintingReply> {
  return new Promise((resolve) => {
    const gone = (code: number | null): void =>
      resolve({ kind: 'failed', reason: `Electron ended (code ${code})` })
    child.once('exit', gone)
    child.once('message', (reply: PaintingReply) => {
      child.off('exit', gone)
      resolve(reply)
    })
  })
}
