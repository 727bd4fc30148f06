import { ensureDependencies } from './dependencies.mjs'
import { ensureElectronRuntime } from './electron-runtime.mjs'
import { ensureLinuxLibraries } from './linux-libraries.mjs'
import { sandboxParameters } from './sandbox.mjs'

/**
 * @typedef {object} SetUp
 * @property {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @property {readonly string[]} parameters that Electron needs on this machine
 */

/**
 * Brings a machine from a fresh clone to being able to run the app.
 *
 * @param {readonly string[]} programs further programs that are needed on Linux
 * @returns {Promise<SetUp>}
 * @throws {import('./complaint.mjs').Complaint} saying what is lacking and what to do
 */
export async function setUp(programs) {
  await ensureDependencies()
  const runtime = await ensureElectronRuntime()
  await ensureLinuxLibraries(runtime.executable, programs)
  return { runtime, parameters: sandboxParameters() }
}
