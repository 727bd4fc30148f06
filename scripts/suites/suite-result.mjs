/**
 * @typedef {object} SuiteResult
 * @property {string} name
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {number} [milliseconds]
 * @property {string} [remark] why a suite counts as failed although no single test did
 */

/**
 * Settles what a test runner's report and its exit code mean together.
 *
 * @param {string} name
 * @param {{ passed: number, failed: number, skipped: number } | undefined} counts undefined when
 *   there is no readable report
 * @param {number} exitCode
 * @returns {SuiteResult} a suite without a report, without tests, or that ended badly with no test
 *   to blame has one failure
 */
export function settleSuite(name, counts, exitCode) {
  if (counts === undefined) {
    const remark = `ended without a report (code ${exitCode})`
    return { name, passed: 0, failed: 1, skipped: 0, remark }
  }
  if (counts.passed + counts.failed + counts.skipped === 0) {
    return { name, passed: 0, failed: 1, skipped: 0, remark: 'found no tests' }
  }
  if (exitCode !== 0 && counts.failed === 0) {
    return { name, ...counts, failed: 1, remark: `no test failed, but it ended with ${exitCode}` }
  }
  return { name, ...counts }
}

/**
 * @param {readonly SuiteResult[]} results
 * @returns {string} the line that ends a test run
 */
export function tallyLine(results) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ field) =>
    results.reduce((total, result) => total + result[field], 0)
  const skipped = sum('skipped')
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {readonly SuiteResult[]} results
 * @returns {string} one line a suite
 */
export function resultTable(results) {
  const width = Math.max(...results.map(({ name }) => name.length))
  return results
    .map((result) => {
      const seconds = `${((result.milliseconds ?? 0) / 1000).toFixed(1)} s`
      const remark = result.remark === undefined ? '' : `  ${result.remark}`
      return `${result.failed > 0 ? '✗' : '✓'} ${result.name.padEnd(width)}  ${seconds.padStart(8)}  ${tallyLine([result])}${remark}`
    })
    .join('\n')
}
