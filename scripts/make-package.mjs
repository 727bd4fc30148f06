import { relative } from 'node:path'
import { ensureBuild } from './build.mjs'
import { packageApp, packagedExecutable } from './packaging.mjs'
import { setUp } from './set-up.mjs'

/**
 * Makes a runnable app folder for this machine in dist/.
 *
 * @returns {Promise<number>} the exit code
 */
export async function makePackage() {
  const { runtime } = await setUp([])
  await ensureBuild()
  await packageApp(runtime)
  console.log(`\nPackaged: ${relative(process.cwd(), packagedExecutable())}`)
  if (runtime.forDevelopmentOnly) {
    console.log('It carries the runtime named above: for development and tests, not for release.')
  }
  return 0
}
