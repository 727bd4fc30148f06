import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open, symlink } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'
import { Complaint } from './complaint.mjs'
import { readBytes, readZipDirectory } from './zip-directory.mjs'

/** @typedef {import('./zip-directory.mjs').ZipEntry} ZipEntry */

const kindMask = 0o170000
const linkKind = 0o120000

/**
 * Unpacks a zip archive, with permissions and symbolic links.
 *
 * @param {string} archive path of the zip file
 * @param {string} folder where to, existing
 * @param {(name: string) => string | undefined} [place] the path below `folder` for an entry's name,
 *   undefined to leave it out
 * @throws {Complaint} when the archive is damaged or an entry would land outside the folder
 */
export async function unpackZip(archive, folder, place = (name) => name) {
  const handle = await open(archive)
  try {
    /** @type {Array<{ entry: ZipEntry, path: string }>} */
    const links = []
    for (const entry of await readZipDirectory(handle)) {
      const name = place(entry.name)
      if (name === undefined) continue
      const path = safePath(folder, name)
      if (name.endsWith('/')) {
        await mkdir(path, { recursive: true })
      } else if ((entry.mode & kindMask) === linkKind) {
        links.push({ entry, path })
      } else {
        await mkdir(dirname(path), { recursive: true })
        await writeEntry(archive, await contentRange(handle, entry), entry, path)
      }
    }
    // Links come last, so that nothing is ever written through one.
    for (const { entry, path } of links) await writeLink(handle, entry, path, folder)
  } finally {
    await handle.close()
  }
}

/** @param {string} folder @param {string} name */
function safePath(folder, name) {
  const segments = name.split('/')
  if (isAbsolute(name) || /[\\\0]|^[A-Za-z]:/.test(name) || segments.includes('..')) {
    throw new Complaint(`The zip archive was refused: "${name}" would land outside its folder.`)
  }
  return join(folder, ...segments)
}

/** @param {import('node:fs/promises').FileHandle} handle @param {ZipEntry} entry */
async function contentRange(handle, entry) {
  const header = await readBytes(handle, entry.offset, entry.offset + 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  return { start, end: start + entry.compressedSize }
}

/**
 * @param {string} archive
 * @param {{ start: number, end: number }} range of the entry's bytes, the end exclusive
 * @param {ZipEntry} entry
 * @param {string} path
 */
async function writeEntry(archive, { start, end }, entry, path) {
  const source =
    start === end
      ? Readable.from([])
      : createReadStream(archive, { start, end: end - 1, highWaterMark: 1 << 20 })
  let checksum = 0
  let size = 0
  const check = new Transform({
    transform(piece, _encoding, done) {
      checksum = crc32(piece, checksum)
      size += piece.length
      done(null, piece)
    },
  })
  const target = createWriteStream(path, { flags: 'wx' })
  if (entry.compression === 'stored') await pipeline(source, check, target)
  else await pipeline(source, createInflateRaw({ chunkSize: 1 << 18 }), check, target)
  if (checksum !== entry.checksum || size !== entry.size) {
    throw new Complaint(`The zip archive is damaged: ${entry.name} does not match its checksum.`)
  }
  if ((entry.mode & 0o777) !== 0) await chmod(path, entry.mode & 0o777)
}

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @param {ZipEntry} entry
 * @param {string} path
 * @param {string} folder
 */
async function writeLink(handle, entry, path, folder) {
  const { start, end } = await contentRange(handle, entry)
  const bytes = await readBytes(handle, start, end)
  const target = (entry.compression === 'stored' ? bytes : inflateRawSync(bytes)).toString('utf8')
  const away = relative(folder, resolve(dirname(path), target))
  if (isAbsolute(target) || away === '..' || away.startsWith('../') || isAbsolute(away)) {
    throw new Complaint(`The zip archive was refused: the link "${entry.name}" leads outside.`)
  }
  await mkdir(dirname(path), { recursive: true })
  await symlink(target, path)
}
