import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { basename, relative } from 'node:path'
import { appEnvironment } from '../app-environment.mjs'
import { ensureBuild } from '../build.mjs'
import { childEnd, endChild, startChild } from '../children.mjs'
import { Complaint } from '../complaint.mjs'
import { ensureDependencies } from '../dependencies.mjs'
import { inProject, projectFolder } from '../project.mjs'
import { keychainPrograms, withKeychain } from '../session-bus.mjs'
import { setUp } from '../set-up.mjs'
import { showErrorsOf } from '../terminal-noise.mjs'
import { startVirtualDisplay, startWindowManager } from '../virtual-display.mjs'
import { builtApp } from './end-to-end-suite.mjs'
import { figureTable } from './figure-table.mjs'
import { bundleHarness, bundleMeasurement } from './measurement-bundle.mjs'
import { chooseMeasurements } from './measurement-choice.mjs'

/** No measurement takes nearly this long; one that does hangs. */
const limitMilliseconds = 20 * 60_000

/** @typedef {import('./figure-table.mjs').Figure} Figure */
/** @typedef {import('./measurements.mjs').Measurement} Measurement */

/**
 * @typedef {object} App what a measurement of the built app runs on
 * @property {Record<string, string | undefined>} environment
 * @property {string} runtime what it is, for the record
 * @property {() => Promise<void>} end
 */

/**
 * Measures, shows the figures, and keeps them in out/KIND/NAME.json, those of a defect apart from it.
 *
 * @param {import('./measurements.mjs').MeasurementKind} kind
 * @param {readonly string[]} parameters of the command: `[NAME…] [--break]`
 * @returns {Promise<number>} 1 when a limit does not hold or a measurement could not be made
 */
export async function measure({ command, measurements }, parameters) {
  const known = Object.keys(measurements)
  const { names, plantBreak } = chooseMeasurements(command, known, parameters)
  await ensureDependencies()
  const app = names.some((name) => measurements[name]?.needsApp) ? await prepareApp() : undefined
  let failed = 0
  try {
    for (const name of names) {
      const measurement = measurements[name]
      if (measurement === undefined) continue
      const breaking = plantBreak ? ', with a defect planted' : ''
      console.log(`\n── ${command} ${name}${breaking}`)
      const holds = await measureOne(command, name, measurement, app, plantBreak).catch((error) => {
        console.error(error instanceof Complaint ? error.message : error)
        return false
      })
      if (!holds) failed += 1
    }
  } finally {
    await app?.end()
  }
  console.log(`\n${names.length - failed} of ${names.length} hold their limits`)
  return failed > 0 ? 1 : 0
}

/**
 * @param {string} command
 * @param {string} name
 * @param {Measurement} measurement
 * @param {App | undefined} app
 * @param {boolean} plantBreak
 * @returns {Promise<boolean>} whether every limit holds
 */
async function measureOne(command, name, measurement, app, plantBreak) {
  const { entry, parts = [], harness, needsApp } = measurement
  const start = Date.now()
  const file = inProject('out', command, `${name}${plantBreak ? '.broken' : ''}.json`)
  const raw = inProject('out', command, `${name}.figures.json`)
  const folder = inProject('out', command, 'bundle', name)
  await mkdir(inProject('out', command), { recursive: true })
  await Promise.all([rm(file, { force: true }), rm(raw, { force: true })])
  const programs = harness === undefined ? parts : [...parts, harness.program]
  await bundleMeasurement(folder, [entry, ...programs])
  if (harness !== undefined) await bundleHarness(folder, harness.program, harness.page)

  const program = [process.execPath, '--expose-gc', `${folder}/main.js`]
  const own = [basename(entry, '.ts'), raw, ...(plantBreak ? ['--break'] : [])]
  const started = [...program, ...own]
  const { command: [executable = '', ...parameters] = [], environment } = needsApp
    ? withKeychain(started)
    : { command: started, environment: {} }
  const child = startChild(executable, parameters, {
    cwd: projectFolder,
    stdio: ['ignore', 'inherit', 'pipe'],
    // A tester's own key must never reach a test.
    env: {
      ...appEnvironment(),
      OPENAI_API_KEY: undefined,
      OPENAI_BASE_URL: undefined,
      ...environment,
      ...(needsApp ? app?.environment : {}),
      // A defect is plain in one round.
      ...(plantBreak ? { RIVULET_BENCH_ROUNDS: '1' } : {}),
    },
  })
  showErrorsOf(child)
  const limit = setTimeout(() => {
    console.error(`${name} has not ended within ${limitMilliseconds / 60_000} minutes: ending it.`)
    endChild(child)
  }, limitMilliseconds)
  const code = await childEnd(child)
  clearTimeout(limit)

  /** @type {readonly Figure[]} */
  const figures = await readFile(raw, 'utf8').then(JSON.parse, () => [])
  await rm(raw, { force: true })
  if (figures.length === 0) throw new Complaint(`${name} ended without figures (code ${code}).`)
  const processor = cpus()
  const machine = `${process.platform} ${process.arch}, ${processor.length} × ${processor[0]?.model.trim()}`
  const runtime = `Node ${process.versions.node}${needsApp ? `, ${app?.runtime}` : ''}, ${machine}`
  await writeFile(file, `${JSON.stringify({ name, runtime, figures }, null, 2)}\n`)
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  console.log(`${figureTable(figures)}\n${runtime}; ${seconds} s; ${relative('.', file)}`)
  if (code !== 0) console.error(`${name} ended with code ${code}.`)
  return code === 0 && figures.every(({ holds }) => holds)
}

/**
 * Sets the app up as the end-to-end tests do, on a display of its own on Linux.
 *
 * @returns {Promise<App>}
 */
async function prepareApp() {
  const isLinux = process.platform === 'linux'
  const { runtime, parameters } = await setUp(['Xvfb', 'openbox', ...keychainPrograms])
  await ensureBuild()
  const app = builtApp(runtime, parameters)
  const display = isLinux ? await startVirtualDisplay() : undefined
  if (display !== undefined) await startWindowManager(display)
  return {
    environment: {
      ...display?.environment,
      RIVULET_TEST_ELECTRON: app.executable,
      RIVULET_TEST_APP: app.folder,
      RIVULET_TEST_ARGS: JSON.stringify(app.parameters),
    },
    runtime: `Electron ${runtime.version ?? '(version unknown)'}`,
    end: async () => display?.end(),
  }
}
