import { childEnd, endChild, startChild } from './children.mjs'
import { Complaint } from './complaint.mjs'

/** @returns {boolean} whether windows can be shown to somebody */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * @typedef {object} VirtualDisplay
 * @property {Record<string, string | undefined>} environment what makes a program show its windows there
 * @property {() => Promise<void>} end
 */

/**
 * Starts an X server without a screen.
 *
 * @returns {Promise<VirtualDisplay>}
 * @throws {Complaint} when it does not start
 */
export async function startVirtualDisplay() {
  const parameters = ['-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset']
  // The server itself chooses a free number and tells it: guessing one is a race with other servers.
  const server = startChild('Xvfb', ['-displayfd', '3', ...parameters], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  const number = await firstLine(server, 3)
  return {
    environment: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: undefined, XAUTHORITY: undefined },
    end: () => endChild(server),
  }
}

/**
 * Starts a window manager, without which nothing has the focus.
 *
 * @param {VirtualDisplay} display
 */
export async function startWindowManager(display) {
  const manager = startChild('openbox', ['--sm-disable', '--startup', 'echo ready'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...display.environment },
  })
  await firstLine(manager, 1)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} descriptor
 * @returns {Promise<string>} the first line that it writes there
 * @throws {Complaint} when it ends before
 */
async function firstLine(child, descriptor) {
  const name = child.spawnfile
  let errors = ''
  child.stderr?.on('data', (piece) => {
    errors += piece
  })
  const line = new Promise((resolve) => {
    let text = ''
    child.stdio[descriptor]?.on('data', (piece) => {
      text += piece
      if (text.includes('\n')) resolve(text.split('\n')[0]?.trim())
    })
  })
  const end = childEnd(child).then(
    (code) => new Complaint(`${name} ended at once (code ${code}): ${errors.trim()}`),
    (error) => new Complaint(`${name} could not be started: ${error.message}`),
  )
  const first = await Promise.race([line, end])
  if (first instanceof Complaint) throw first
  return String(first)
}
