import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Complaint } from './complaint.mjs'
import { installCommand, installPackages, packagesFor } from './debian-packages.mjs'
import { missingLibraries } from './missing-libraries.mjs'
import { inProject } from './project.mjs'

/** @param {string} name @returns {boolean} whether the program is on the PATH */
export function hasProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.some((folder) => folder !== '' && existsSync(join(folder, name)))
}

/** @returns {boolean} */
export function isRoot() {
  return process.getuid?.() === 0
}

/**
 * Makes sure that Linux has what Electron needs to start, and the programs that are asked for. On
 * other systems there is nothing to do.
 *
 * @param {string} executable of Electron
 * @param {readonly string[]} programs
 * @throws {Complaint} with the command to run, when it may not or cannot install them itself
 */
export async function ensureLinuxLibraries(executable, programs) {
  if (process.platform !== 'linux') return
  const missing = await findMissing(executable, programs)
  const packages = packagesFor(missing)
  if (packages.length === 0) return

  const all = [...missing.libraries, ...missing.programs].join(', ')
  if (!isRoot() || !hasProgram('apt-get')) {
    throw new Complaint(
      `This machine lacks ${all}. On Debian or Ubuntu, run this as root and then try again:\n\n  ${installCommand(packages)}\n\n` +
        'Other systems carry the same under similar names.',
    )
  }
  console.log(`Installing Debian packages: ${packages.join(' ')}.`)
  const trouble = await installPackages(packages)
  const still = await findMissing(executable, programs)
  const left = [...still.libraries, ...still.programs]
  if (left.length === 0) return
  throw new Complaint(
    `${left.join(', ')} could not be installed. ${trouble ?? ''}\nTry it by hand:\n\n  ${installCommand(packages)}`,
  )
}

/** @param {string} executable @param {readonly string[]} programs */
async function findMissing(executable, programs) {
  const keychain = inProject(
    ...['node_modules', 'keytar', 'prebuilds', `linux-${process.arch}`, 'keytar.node'],
  )
  return {
    libraries: await missingLibraries([executable, keychain].filter(existsSync)),
    programs: programs.filter((name) => !hasProgram(name)),
  }
}
