import { readFileSync } from 'node:fs'

/**
 * @param {number} id of a process
 * @returns {boolean} whether it is running; not one that has ended and waits to be noticed, which a
 *   container without an init keeps for ever
 */
export function isAlive(id) {
  if (!Number.isSafeInteger(id) || id <= 0) return false
  try {
    process.kill(id, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  return stateOf(id) !== 'Z'
}

/** @param {number} id @returns {string | undefined} Linux's letter for it; undefined elsewhere */
function stateOf(id) {
  try {
    // The name before it is in brackets and may hold anything.
    return /\) (\w)[^)]*$/.exec(readFileSync(`/proc/${id}/stat`, 'latin1'))?.[1]
  } catch {
    return undefined
  }
}
