import { constants, existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { childEnd, startChild } from './children.mjs'
import { Complaint } from './complaint.mjs'
import { inProject, projectFolder } from './project.mjs'

const builderFlags = { darwin: '--mac', win32: '--win', linux: '--linux' }

/** @returns {string} the folder below dist/ that electron-builder makes for this machine */
export function packagedFolder() {
  const architecture = process.arch === 'x64' ? '' : `-${process.arch}`
  if (process.platform === 'darwin') return inProject('dist', `mac${architecture}`)
  const system = process.platform === 'win32' ? 'win' : 'linux'
  return inProject('dist', `${system}${architecture}-unpacked`)
}

/** @param {string} [folder] @returns {string} the executable in a packaged folder */
export function packagedExecutable(folder = packagedFolder()) {
  if (process.platform === 'darwin') {
    return join(folder, 'Rivulet.app', 'Contents', 'MacOS', 'Rivulet')
  }
  return join(folder, process.platform === 'win32' ? 'Rivulet.exe' : 'rivulet')
}

/**
 * Packages the built app, unpacked, for this machine. Downloads nothing.
 *
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime what to package it with
 * @throws {Complaint} when electron-builder fails
 */
export async function packageApp(runtime) {
  if (runtime.version === undefined) {
    throw new Complaint(
      `Beside ${runtime.executable} there is no file "version", so it cannot be packaged: let RIVULET_ELECTRON point into an unpacked Electron release.`,
    )
  }
  const system = /** @type {keyof typeof builderFlags} */ (process.platform)
  await rm(packagedFolder(), { recursive: true, force: true })
  const child = startChild(
    process.execPath,
    [
      inProject('node_modules', 'electron-builder', 'cli.js'),
      ...['--dir', builderFlags[system], '--publish', 'never'],
      `-c.electronDist=${await distributionWithoutApp(runtime.folder)}`,
      `-c.electronVersion=${runtime.version}`,
    ],
    { cwd: projectFolder, env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...process.env } },
  )
  const code = await childEnd(child)
  if (code === 0 && existsSync(packagedExecutable())) return
  throw new Complaint(`Packaging failed (code ${code}); electron-builder's message is above.`)
}

/**
 * The registry-shipped runtime has a loader in the place where Electron looks for the app first; in
 * a package it would run instead of the app.
 *
 * @param {string} folder
 * @returns {Promise<string>} a distribution without it
 */
async function distributionWithoutApp(folder) {
  const loader = join(folder, 'resources', 'app')
  if (!existsSync(loader)) return folder
  const copy = inProject('out', 'package', 'electron')
  await rm(copy, { recursive: true, force: true })
  await cp(folder, copy, {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (source) => source !== loader,
  })
  return copy
}
