import { Complaint } from '../complaint.mjs'

/**
 * Reads `[NAME…] [--break]`.
 *
 * @param {string} command of npm, for the message
 * @param {readonly string[]} known
 * @param {readonly string[]} given
 * @returns {{ names: readonly string[], plantBreak: boolean }} all names when none was given
 * @throws {Complaint} listing the names when one is not known
 */
export function chooseMeasurements(command, known, given) {
  const parameters = given.filter((parameter) => parameter !== '--')
  const names = [...new Set(parameters.filter((parameter) => parameter !== '--break'))]
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Complaint(
      `There is no ${unknown.join(', no ')}. Usage: npm run ${command} [-- NAME…] [-- --break], where NAME is one of: ${known.join(' ')}`,
    )
  }
  return { names: names.length === 0 ? known : names, plantBreak: parameters.includes('--break') }
}
