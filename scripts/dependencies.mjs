import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { childEnd, startChild } from './children.mjs'
import { Complaint } from './complaint.mjs'
import { npmCommand } from './npm.mjs'
import { inProject, projectFolder } from './project.mjs'

const stampPath = inProject('node_modules', '.rivulet-lockfile')

/**
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lockfile
 */

/**
 * Whether what lies in node_modules is what the lockfile says. The stamp is ours, written after a
 * whole `npm ci`; npm's own record, written last, covers an `npm install` done by hand.
 *
 * @param {{ lockfileText: string, stamp: string | undefined, recordText: string | undefined }} found
 *   `recordText` is node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalled({ lockfileText, stamp, recordText }) {
  // npm removes its record together with the rest, so without it an install has not been finished.
  if (recordText === undefined) return false
  if (stamp === lockfileHash(lockfileText)) return true
  return recordMatches(JSON.parse(lockfileText), JSON.parse(recordText))
}

/** @param {string} text @returns {string} */
export function lockfileHash(text) {
  return createHash('sha256').update(text).digest('hex')
}

/** @param {Lockfile} lockfile @param {Lockfile} record */
function recordMatches(lockfile, record) {
  const wanted = Object.entries(lockfile.packages ?? {}).filter(([path]) => path !== '')
  const present = record.packages ?? {}
  const same = wanted.every(([path, entry]) => {
    const installed = present[path]
    // Optional packages of other platforms are not there, and rightly.
    if (installed === undefined) return entry.optional === true
    return installed.version === entry.version && installed.integrity === entry.integrity
  })
  return same && Object.keys(present).every((path) => lockfile.packages?.[path] !== undefined)
}

/** @param {string} path @returns {Promise<string | undefined>} */
async function textOf(path) {
  return readFile(path, 'utf8').catch(() => undefined)
}

/**
 * Installs the dependencies from the lockfile unless they are there.
 *
 * @throws {Complaint} when npm fails
 */
export async function ensureDependencies() {
  const lockfileText = await readFile(inProject('package-lock.json'), 'utf8')
  const recordText = await textOf(inProject('node_modules', '.package-lock.json'))
  if (isInstalled({ lockfileText, stamp: await textOf(stampPath), recordText })) return

  console.log('Installing dependencies (npm ci).')
  const npm = npmCommand()
  const child = startChild(
    npm.command,
    [...npm.parameters, 'ci', '--include=dev', '--loglevel=error'],
    {
      cwd: projectFolder,
      shell: npm.command === 'npm' && process.platform === 'win32',
    },
  )
  const code = await childEnd(child).catch(() => 127)
  if (code !== 0) {
    throw new Complaint(
      `npm ci failed (code ${code}), so nothing can be built. Its own message is above; run the command again once the cause is gone.`,
    )
  }
  await writeFile(stampPath, lockfileHash(lockfileText))
}
