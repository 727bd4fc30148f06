import { Complaint } from './complaint.mjs'

/**
 * @typedef {object} ZipEntry
 * @property {string} name as stored, with `/` between segments; folders end with one
 * @property {number} mode unix mode with the kind of file, 0 when the archive has none
 * @property {'stored' | 'deflated'} compression
 * @property {number} checksum crc32 of the content
 * @property {number} compressedSize bytes
 * @property {number} size bytes
 * @property {number} offset of the entry's local header
 */

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endSize = 22
const longestComment = 0xffff

/**
 * Reads the list of entries at the end of a zip archive.
 *
 * @param {import('node:fs/promises').FileHandle} handle
 * @returns {Promise<ZipEntry[]>}
 * @throws {Complaint} when the file is no zip archive, or one of a kind that is not needed here
 */
export async function readZipDirectory(handle) {
  const { size } = await handle.stat()
  const tail = await readBytes(handle, Math.max(0, size - endSize - longestComment), size)
  let end = tail.length - endSize
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1
  if (end < 0) throw new Complaint('The zip archive is damaged: it has no list of its entries.')

  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count === 0xffff || start === 0xffffffff) {
    throw new Complaint('The zip archive uses the 64-bit format, which is not supported here.')
  }
  const directory = await readBytes(handle, start, start + length)
  const entries = []
  let position = 0
  for (let index = 0; index < count; index += 1) {
    if (position + 46 > directory.length || directory.readUInt32LE(position) !== entrySignature) {
      throw new Complaint('The zip archive is damaged: the list of its entries breaks off.')
    }
    const nameLength = directory.readUInt16LE(position + 28)
    entries.push(readEntry(directory, position, nameLength))
    position +=
      46 +
      nameLength +
      directory.readUInt16LE(position + 30) +
      directory.readUInt16LE(position + 32)
  }
  return entries
}

/** @param {Buffer} directory @param {number} at @param {number} nameLength @returns {ZipEntry} */
function readEntry(directory, at, nameLength) {
  const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
  const flags = directory.readUInt16LE(at + 8)
  const method = directory.readUInt16LE(at + 10)
  if ((flags & 1) !== 0) throw new Complaint(`The zip archive is encrypted (${name}).`)
  if (method !== 0 && method !== 8) {
    throw new Complaint(`The zip archive uses an unknown compression, ${method} (${name}).`)
  }
  const madeOnUnix = directory.readUInt8(at + 5) === 3
  return {
    name,
    mode: madeOnUnix ? directory.readUInt32LE(at + 38) >>> 16 : 0,
    compression: method === 0 ? 'stored' : 'deflated',
    checksum: directory.readUInt32LE(at + 16),
    compressedSize: directory.readUInt32LE(at + 20),
    size: directory.readUInt32LE(at + 24),
    offset: directory.readUInt32LE(at + 42),
  }
}

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @param {number} from
 * @param {number} to exclusive
 * @returns {Promise<Buffer>}
 */
export async function readBytes(handle, from, to) {
  const buffer = Buffer.alloc(to - from)
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, from)
  if (bytesRead !== buffer.length)
    throw new Complaint('The zip archive is damaged: it is cut short.')
  return buffer
}
