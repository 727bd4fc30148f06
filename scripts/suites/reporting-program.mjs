import { mkdir, readFile, rm } from 'node:fs/promises'
import { childEnd, endChild, startChild } from '../children.mjs'
import { inProject, projectFolder } from '../project.mjs'
import { showErrorsOf } from '../terminal-noise.mjs'
import { settleSuite } from './suite-result.mjs'

/** No suite takes nearly this long; one that does hangs. */
const limitMilliseconds = 8 * 60_000

/**
 * Runs a test runner that writes a JSON report.
 *
 * @template Report
 * @param {object} suite
 * @param {string} suite.name
 * @param {readonly string[]} suite.command
 * @param {Record<string, string | undefined>} suite.environment in addition to what a test may see
 * @param {string} suite.reportName file name below out/test
 * @param {(report: Report) => { passed: number, failed: number, skipped: number }} suite.count
 * @returns {Promise<import('./suite-result.mjs').SuiteResult>}
 */
export async function runReportingProgram({ name, command, environment, reportName, count }) {
  const report = inProject('out', 'test', reportName)
  await mkdir(inProject('out', 'test'), { recursive: true })
  await rm(report, { force: true })

  const [program = '', ...parameters] = command
  const child = startChild(program, parameters, {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...testEnvironment(), ...environment },
  })
  showErrorsOf(child)
  const limit = setTimeout(() => {
    console.error(`${name} has not ended within ${limitMilliseconds / 60_000} minutes: ending it.`)
    endChild(child)
  }, limitMilliseconds)
  const exitCode = await childEnd(child).catch(() => 127)
  clearTimeout(limit)

  const counts = await readFile(report, 'utf8')
    .then(JSON.parse)
    .then(count)
    .catch(() => undefined)
  return settleSuite(name, counts, exitCode)
}

/** @returns {NodeJS.ProcessEnv} the user's, without what would make a test reach a real provider */
function testEnvironment() {
  const {
    OPENAI_API_KEY: _key,
    OPENAI_BASE_URL: _url,
    ELECTRON_RUN_AS_NODE: _node,
    ...environment
  } = process.env
  return environment
}
