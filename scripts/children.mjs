import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'

const isWindows = process.platform === 'win32'

/** Time a child has to end by itself before it is ended by force. */
const graceMilliseconds = 4_000

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

let allAreEnding = false

/**
 * Starts a program that is ended together with this process, with everything it has started.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function startChild(command, parameters, options = {}) {
  // A process group of its own is what lets the whole family be ended, not the first member only.
  const child = spawn(command, parameters, {
    stdio: ['ignore', 'inherit', 'inherit'],
    windowsHide: true,
    ...options,
    detached: !isWindows,
  })
  running.add(child)
  const forget = () => running.delete(child)
  child.once('exit', forget)
  child.once('error', forget)
  return child
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code, 128 and the signal's number when a signal ended it; never
 *   settles once `endChildren` was called, because then nobody is to act on how a child ended
 * @throws when the program could not be started
 */
export function childEnd(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      if (allAreEnding) return
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]))
    })
  })
}

/**
 * Ends a child and its family, gently first. Returns when it is gone.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endChild(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  signalFamily(child.pid, 'SIGTERM')
  const force = setTimeout(() => signalFamily(child.pid, 'SIGKILL'), graceMilliseconds)
  await gone
  clearTimeout(force)
}

/** Ends all children that are still running. To be called once, when the command itself ends. */
export async function endChildren() {
  allAreEnding = true
  await Promise.all([...running].map(endChild))
}

/** @param {number | undefined} id @param {NodeJS.Signals} signal */
function signalFamily(id, signal) {
  if (id === undefined) return
  try {
    if (isWindows) spawnSync('taskkill', ['/pid', String(id), '/T', '/F'], { windowsHide: true })
    else process.kill(-id, signal)
  } catch {
    // It ended in the meantime.
  }
}
