import { expect, test } from 'vitest'
import { countPlaywrightReport } from '../../../scripts/suites/playwright-report.mjs'
import { settleSuite, tallyLine } from '../../../scripts/suites/suite-result.mjs'
import { countVitestReport } from '../../../scripts/suites/vitest-report.mjs'

const file = (status: string, ...statuses: string[]) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
})

test('vitest: tests are counted, and a file that did not load is a failure', () => {
  const testResults = [
    file('passed', 'passed', 'passed', 'pending', 'todo'),
    file('failed', 'failed', 'passed'),
    file('failed'),
  ]
  expect(countVitestReport({ testResults })).toEqual({ passed: 3, failed: 2, skipped: 2 })
})

test('vitest: a failing hook after passing tests is a failure', () => {
  const testResults = [file('failed', 'passed')]
  expect(countVitestReport({ testResults })).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('playwright: flaky tests and errors outside of tests are failures', () => {
  const report = {
    stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
    errors: [{ message: 'a spec did not load' }],
  }
  expect(countPlaywrightReport(report)).toEqual({ passed: 5, failed: 3, skipped: 2 })
})

test('a suite that crashed without a report is a failure', () => {
  expect(settleSuite('unit', undefined, 139)).toMatchObject({ passed: 0, failed: 1 })
  expect(settleSuite('unit', undefined, 0)).toMatchObject({ passed: 0, failed: 1 })
})

test('a suite without tests is a failure', () => {
  const none = { passed: 0, failed: 0, skipped: 0 }
  expect(settleSuite('unit', none, 0)).toMatchObject({ failed: 1, remark: 'found no tests' })
})

test('a suite that ended badly is a failure although every test passed', () => {
  const good = { passed: 7, failed: 0, skipped: 0 }
  expect(settleSuite('unit', good, 1)).toMatchObject({ passed: 7, failed: 1 })
  expect(settleSuite('unit', good, 0)).toEqual({ name: 'unit', ...good })
})

test('the tally is one line over all suites and names skipped tests only if there are any', () => {
  const one = { name: 'one', passed: 2, failed: 1, skipped: 0 }
  expect(tallyLine([one, { ...one, name: 'two' }])).toBe('4 passed, 2 failed')
  expect(tallyLine([one, { ...one, skipped: 3 }])).toBe('4 passed, 2 failed, 3 skipped')
  expect(tallyLine([])).toBe('0 passed, 0 failed')
})
