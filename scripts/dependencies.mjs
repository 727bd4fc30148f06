import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { childEnd, startChild } from './children.mjs'
import { Complaint, complaintFrom } from './complaint.mjs'
import { isLocked, takeInstallLock } from './install-lock.mjs'
import { npmCommand } from './npm.mjs'
import { projectFolder } from './project.mjs'

const stampName = '.rivulet-lockfile'

/**
 * @typedef {{ packages?: Record<string, { version?: string, integrity?: string, optional?: boolean }> }} Lockfile
 */

/**
 * Whether what lies in node_modules is what the lockfile says. The stamp is ours, written after a
 * whole `npm ci`; npm's own record, written last, covers an `npm install` done by hand.
 *
 * @param {object} found
 * @param {string} found.lockfileText
 * @param {string | undefined} found.stamp
 * @param {string | undefined} found.recordText node_modules/.package-lock.json
 * @param {(path: string) => boolean} found.hasPackage whether a package lies in that folder
 * @returns {boolean}
 */
export function isInstalled({ lockfileText, stamp, recordText, hasPackage }) {
  // npm removes its record together with the rest, so without it an install has not been finished.
  if (recordText === undefined) return false
  const record = parsed(recordText)
  // Two installs at once can leave a record of packages that one of them has removed.
  if (record === undefined || !Object.keys(record.packages ?? {}).every(hasPackage)) return false
  return stamp === lockfileHash(lockfileText) || recordMatches(JSON.parse(lockfileText), record)
}

/** @param {string} text @returns {string} */
export function lockfileHash(text) {
  return createHash('sha256').update(text).digest('hex')
}

/** @param {string} text @returns {Lockfile | undefined} undefined for one that was cut short */
function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
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

/**
 * @typedef {object} Place
 * @property {string} folder that holds package-lock.json
 * @property {{ command: string, parameters: string[] }} npm
 */

/**
 * Installs the dependencies from the lockfile unless they are there.
 *
 * @param {Place} [place]
 * @throws {Complaint} when npm fails or the folder cannot be written
 */
export async function ensureDependencies(place = { folder: projectFolder, npm: npmCommand() }) {
  // Not in node_modules, which npm ci empties.
  const lockPath = join(place.folder, 'out', 'install.lock')
  if (!isLocked(lockPath) && (await areThere(place.folder))) return
  try {
    const lock = await takeInstallLock(lockPath)
    if (lock.wasInterrupted || !(await areThere(place.folder))) await install(place, lock)
    await lock.release()
  } catch (error) {
    throw complaintFrom(error, 'install the dependencies')
  }
}

/** @param {string} folder */
async function areThere(folder) {
  /** @param {string[]} names */
  const textOf = (...names) => readFile(join(folder, ...names), 'utf8').catch(() => undefined)
  return isInstalled({
    lockfileText: await readFile(join(folder, 'package-lock.json'), 'utf8'),
    stamp: await textOf('node_modules', stampName),
    recordText: await textOf('node_modules', '.package-lock.json'),
    hasPackage: (path) => existsSync(join(folder, path, 'package.json')),
  })
}

/** @param {Place} place @param {import('./install-lock.mjs').InstallLock} lock */
async function install(place, lock) {
  const lockfileText = await readFile(join(place.folder, 'package-lock.json'), 'utf8')
  console.log('Installing dependencies (npm ci).')
  let { code, errors } = await runNpm(place, lock)
  // What a killed install or one at the same time leaves is more than npm can clear away.
  if (code !== 0 && /ENOTEMPTY|ENOENT/.test(errors)) {
    console.log('Removing node_modules and installing once more.')
    await rm(join(place.folder, 'node_modules'), { recursive: true, force: true, maxRetries: 5 })
    code = (await runNpm(place, lock)).code
  }
  if (code !== 0) {
    throw new Complaint(
      `npm ci failed (code ${code}), so nothing can be built. Its own message is above; run the command again once the cause is gone.`,
    )
  }
  await writeFile(join(place.folder, 'node_modules', stampName), lockfileHash(lockfileText))
}

/** @param {Place} place @param {import('./install-lock.mjs').InstallLock} lock */
async function runNpm({ folder, npm }, lock) {
  const child = startChild(
    npm.command,
    [...npm.parameters, 'ci', '--include=dev', '--loglevel=error'],
    {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'pipe'],
      shell: npm.command === 'npm' && process.platform === 'win32',
    },
  )
  lock.nameChild(child.pid)
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (piece) => {
    errors += piece
    process.stderr.write(piece)
  })
  return { code: await childEnd(child).catch(() => 127), errors }
}
