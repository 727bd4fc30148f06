import { ensureBuild } from './build.mjs'
import { runQuickSuites } from './check-quickly.mjs'
import { packageApp } from './packaging.mjs'
import { setUp } from './set-up.mjs'
import { builtApp, endToEnd, endToEndPrograms } from './suites/end-to-end-suite.mjs'
import { asSuite, SuiteRun } from './suites/suite-run.mjs'
import { integration } from './suites/vitest-suites.mjs'
import { testablePackage } from './testable-package.mjs'

/**
 * All tests, from whatever state the machine is in.
 *
 * @returns {Promise<number>} the exit code
 */
export async function testEverything() {
  const run = new SuiteRun()
  /** @type {import('./set-up.mjs').SetUp | undefined} */
  let made
  const isSetUp = await run.run('set-up', async () => {
    made = await setUp(endToEndPrograms)
    return []
  })
  if (!isSetUp || made === undefined) return run.finish()
  const { runtime, parameters } = made

  await runQuickSuites(run)
  await run.run('integration', integration)
  if (!(await run.run('build', asSuite('build', ensureBuild)))) return run.finish()
  await run.run('end-to-end', () =>
    endToEnd('end-to-end', builtApp(runtime, parameters), ['--forbid-only']),
  )
  if (
    !(await run.run(
      'package',
      asSuite('package', () => packageApp(runtime)),
    ))
  ) {
    return run.finish()
  }
  await run.run('packaged end-to-end', async () =>
    endToEnd('packaged end-to-end', await testablePackage(parameters), [
      ...['--forbid-only', '--grep', '@packaged'],
    ]),
  )
  return run.finish()
}
