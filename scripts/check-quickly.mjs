import { ensureDependencies } from './dependencies.mjs'
import { formatAndLint, types } from './suites/static-suites.mjs'
import { SuiteRun } from './suites/suite-run.mjs'
import { unit } from './suites/vitest-suites.mjs'

/**
 * The quick half of the tests: what needs no Electron.
 *
 * @returns {Promise<number>} the exit code
 */
export async function checkQuickly() {
  await ensureDependencies()
  const run = new SuiteRun()
  await runQuickSuites(run)
  return run.finish()
}

/** @param {SuiteRun} run */
export async function runQuickSuites(run) {
  await run.run('format and lint', formatAndLint)
  await run.run('types', types)
  await run.run('unit', unit)
}
