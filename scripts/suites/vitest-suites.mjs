import { inProject } from '../project.mjs'
import { withKeychain } from '../session-bus.mjs'
import { runReportingProgram } from './reporting-program.mjs'
import { countVitestReport } from './vitest-report.mjs'

/** @returns {Promise<import('./suite-result.mjs').SuiteResult>} */
export function unit() {
  return runReportingProgram({
    name: 'unit',
    command: vitestCommand('unit'),
    environment: {},
    reportName: 'unit.json',
    count: countVitestReport,
  })
}

/** @returns {Promise<import('./suite-result.mjs').SuiteResult>} */
export function integration() {
  return runReportingProgram({
    name: 'integration',
    ...withKeychain(vitestCommand('integration')),
    reportName: 'integration.json',
    count: countVitestReport,
  })
}

/** @param {'unit' | 'integration'} project */
function vitestCommand(project) {
  const report = inProject('out', 'test', `${project}.json`)
  return [
    process.execPath,
    inProject('node_modules', 'vitest', 'vitest.mjs'),
    ...['run', '--project', project, '--retry=0'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  ]
}
