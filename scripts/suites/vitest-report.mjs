/**
 * @typedef {object} VitestReport the part of vitest's JSON report that is read here
 * @property {Array<{ status: string, assertionResults: Array<{ status: string }> }>} testResults
 */

/**
 * @param {VitestReport} report
 * @returns {{ passed: number, failed: number, skipped: number }} a file that could not be loaded
 *   counts as one failure
 */
export function countVitestReport(report) {
  let passed = 0
  let failed = 0
  let skipped = 0
  for (const file of report.testResults) {
    const statuses = file.assertionResults.map(({ status }) => status)
    const failures = statuses.filter((status) => status === 'failed').length
    passed += statuses.filter((status) => status === 'passed').length
    failed += file.status === 'failed' ? Math.max(failures, 1) : failures
    skipped += statuses.filter((status) => status !== 'passed' && status !== 'failed').length
  }
  return { passed, failed, skipped }
}
