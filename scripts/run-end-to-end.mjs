import { ensureBuild } from './build.mjs'
import { packageApp } from './packaging.mjs'
import { setUp } from './set-up.mjs'
import { builtApp, endToEnd, endToEndPrograms } from './suites/end-to-end-suite.mjs'
import { SuiteRun } from './suites/suite-run.mjs'
import { testablePackage } from './testable-package.mjs'

/**
 * The end-to-end tests alone: `npm run e2e [-- --packaged] [-- parameters of Playwright]`.
 *
 * @returns {Promise<number>} the exit code
 */
export async function runEndToEnd() {
  const given = process.argv.slice(2).filter((parameter) => parameter !== '--')
  const isPackaged = given.includes('--packaged')
  const ofPlaywright = given.filter((parameter) => parameter !== '--packaged')

  const { runtime, parameters } = await setUp(endToEndPrograms)
  await ensureBuild()
  if (isPackaged) await packageApp(runtime)
  const name = isPackaged ? 'packaged end-to-end' : 'end-to-end'
  const app = isPackaged ? await testablePackage(parameters) : builtApp(runtime, parameters)

  const run = new SuiteRun()
  await run.run(name, () => endToEnd(name, app, ofPlaywright))
  return run.finish()
}
