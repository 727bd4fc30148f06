import { Complaint } from '../complaint.mjs'
import { resultTable, tallyLine } from './suite-result.mjs'

/** @typedef {import('./suite-result.mjs').SuiteResult} SuiteResult */

/**
 * Runs suites one after the other and keeps their results; one that fails does not keep the next
 * from running.
 */
export class SuiteRun {
  /** @type {SuiteResult[]} */
  #results = []

  /**
   * @param {string} name
   * @param {() => Promise<SuiteResult | SuiteResult[]>} suite
   * @returns {Promise<boolean>} whether nothing failed
   */
  async run(name, suite) {
    console.log(`\n── ${name}`)
    const start = Date.now()
    const results = await suite().catch((error) => [crashed(name, error)])
    const list = Array.isArray(results) ? results : [results]
    const milliseconds = (Date.now() - start) / list.length
    this.#results.push(...list.map((result) => ({ ...result, milliseconds })))
    console.log(resultTable(list.map((result) => ({ ...result, milliseconds }))))
    return list.every(({ failed }) => failed === 0)
  }

  /**
   * Prints the summary, whose last line is the tally.
   *
   * @returns {number} the exit code
   */
  finish() {
    console.log(`\n${resultTable(this.#results)}\n\n${tallyLine(this.#results)}`)
    return this.#results.some(({ failed }) => failed > 0) ? 1 : 0
  }
}

/** @param {string} name @param {unknown} error @returns {SuiteResult} */
function crashed(name, error) {
  console.error(error instanceof Complaint ? error.message : error)
  return { name, passed: 0, failed: 1, skipped: 0, remark: 'could not be run' }
}

/**
 * A step that either works or does not, counted like a test.
 *
 * @param {string} name
 * @param {() => Promise<unknown>} step
 * @returns {() => Promise<SuiteResult>}
 */
export function asSuite(name, step) {
  return async () => {
    await step()
    return { name, passed: 1, failed: 0, skipped: 0 }
  }
}
