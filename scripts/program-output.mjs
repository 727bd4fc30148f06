import { childEnd, endChild, startChild } from './children.mjs'
import { Complaint } from './complaint.mjs'

/**
 * @typedef {object} ProgramOutput
 * @property {number} code exit code
 * @property {string} text what it wrote to standard output
 * @property {string} errors what it wrote to standard error
 */

/**
 * Runs a program to its end and keeps what it says.
 *
 * @param {string} command
 * @param {readonly string[]} parameters
 * @param {import('node:child_process').SpawnOptions & { limitMilliseconds?: number }} [options]
 * @returns {Promise<ProgramOutput>}
 * @throws {Complaint} when it cannot be started or has not ended within the limit
 */
export async function programOutput(command, parameters, options = {}) {
  const { limitMilliseconds, ...spawnOptions } = options
  const child = startChild(command, parameters, {
    ...spawnOptions,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  let errors = ''
  child.stdout?.setEncoding('utf8').on('data', (piece) => {
    text += piece
  })
  child.stderr?.setEncoding('utf8').on('data', (piece) => {
    errors += piece
  })
  let late = false
  const limit =
    limitMilliseconds === undefined
      ? undefined
      : setTimeout(() => {
          late = true
          endChild(child)
        }, limitMilliseconds)
  try {
    const code = await childEnd(child)
    if (late) throw new Complaint(`${command} did not end in ${limitMilliseconds} ms.`)
    return { code, text, errors }
  } catch (error) {
    if (error instanceof Complaint) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new Complaint(`${command} could not be started: ${reason}`, { cause: error })
  } finally {
    clearTimeout(limit)
  }
}
