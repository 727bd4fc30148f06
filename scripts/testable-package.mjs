import { constants } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Complaint } from './complaint.mjs'
import { packagedExecutable, packagedFolder } from './packaging.mjs'
import { programOutput } from './program-output.mjs'
import { inProject } from './project.mjs'

/**
 * Copies the packaged app and opens, in the copy, the one fuse through which Playwright connects.
 * What is released stays closed, and what is tested differs from it by that one bit.
 *
 * @param {readonly string[]} parameters that Electron needs on this machine
 * @returns {Promise<import('./suites/end-to-end-suite.mjs').TestedApp>}
 * @throws {Complaint} when the fuse cannot be set
 */
export async function testablePackage(parameters) {
  const folder = inProject('out', 'test', 'packaged-app')
  await rm(folder, { recursive: true, force: true })
  await cp(packagedFolder(), folder, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
  })
  const executable = packagedExecutable(folder)
  const script = inProject('node_modules', '@electron', 'fuses', 'dist', 'bin.js')
  await mustSucceed(process.execPath, [
    ...[script, 'write', '--app', executable, 'EnableNodeCliInspectArguments=on'],
  ])
  if (process.platform === 'darwin') {
    // Changing a bit has broken the signature, without which Apple's processors start nothing.
    await mustSucceed('codesign', ['--sign', '-', '--force', '--deep', join(folder, 'Rivulet.app')])
  }
  return { executable, folder: '', parameters }
}

/** @param {string} program @param {readonly string[]} parameters */
async function mustSucceed(program, parameters) {
  const { code, text, errors } = await programOutput(program, parameters)
  if (code !== 0) {
    throw new Complaint(`Preparing the package for its tests failed: ${text}${errors}`)
  }
}
