/**
 * @typedef {object} PlaywrightReport the part of Playwright's JSON report that is read here
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors what went wrong outside of any test
 */

/**
 * @param {PlaywrightReport} report
 * @returns {{ passed: number, failed: number, skipped: number }} a test that passed only on another
 *   try counts as failed
 */
export function countPlaywrightReport({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
