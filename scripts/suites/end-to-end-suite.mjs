import { inProject, projectFolder } from '../project.mjs'
import { keychainPrograms, withKeychain } from '../session-bus.mjs'
import { startVirtualDisplay, startWindowManager } from '../virtual-display.mjs'
import { countPlaywrightReport } from './playwright-report.mjs'
import { runReportingProgram } from './reporting-program.mjs'

/** What the end-to-end tests use besides Electron itself, on Linux. */
export const endToEndPrograms = ['Xvfb', 'openbox', 'xdotool', ...keychainPrograms]

/**
 * @typedef {object} TestedApp
 * @property {string} executable
 * @property {string} folder the app to give to Electron, empty when it is packaged
 * @property {readonly string[]} parameters further ones
 */

/**
 * Runs Playwright. On Linux this happens on a display of its own, so that no window opens in
 * anyone's way and no key pressed by a test reaches another program.
 *
 * @param {string} name of the suite; also of its report and of the folder with its traces
 * @param {TestedApp} app
 * @param {readonly string[]} [parameters] of Playwright
 * @returns {Promise<import('./suite-result.mjs').SuiteResult>}
 */
export async function endToEnd(name, app, parameters = []) {
  const display = process.platform === 'linux' ? await startVirtualDisplay() : undefined
  try {
    if (display !== undefined) await startWindowManager(display)
    const fileName = name.replaceAll(' ', '-')
    const { command, environment } = withKeychain([
      process.execPath,
      inProject('node_modules', '@playwright', 'test', 'cli.js'),
      'test',
      `--output=${inProject('out', 'test', fileName)}`,
      ...parameters,
    ])
    return await runReportingProgram({
      name,
      command,
      environment: {
        ...environment,
        ...display?.environment,
        PLAYWRIGHT_JSON_OUTPUT_FILE: inProject('out', 'test', `${fileName}.json`),
        RIVULET_TEST_ELECTRON: app.executable,
        RIVULET_TEST_APP: app.folder,
        RIVULET_TEST_ARGS: JSON.stringify(app.parameters),
      },
      reportName: `${fileName}.json`,
      count: countPlaywrightReport,
    })
  } finally {
    await display?.end()
  }
}

/**
 * @param {import('../electron-runtime.mjs').ElectronRuntime} runtime
 * @param {readonly string[]} parameters
 * @returns {TestedApp} the app as built, run by the runtime
 */
export function builtApp(runtime, parameters) {
  return { executable: runtime.executable, folder: projectFolder, parameters }
}
