import { rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Complaint } from '../complaint.mjs'
import { inProject, projectFolder } from '../project.mjs'

/** What every measurement may start: the program that runs it, and the app's own history thread. */
const always = ['tests/torture/main.ts', 'src/main/history/history-worker.ts']

/**
 * Bundles the TypeScript of a measurement for Node; packages, native ones too, stay outside.
 *
 * @param {string} folder where the bundle goes; emptied before
 * @param {readonly string[]} entries a program each, called like its file
 * @throws {Complaint} when it cannot be bundled
 */
export async function bundleMeasurement(folder, entries) {
  await rm(folder, { recursive: true, force: true })
  const { build } = await vite()
  const input = Object.fromEntries(
    [...always, ...entries].map((entry) => [basename(entry, '.ts'), inProject(entry)]),
  )
  try {
    await build({
      configFile: false,
      root: projectFolder,
      logLevel: 'warn',
      build: {
        ssr: true,
        outDir: folder,
        target: 'node20',
        minify: false,
        rollupOptions: { input, output: { format: 'es', entryFileNames: '[name].js' } },
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Complaint(`Could not bundle ${entries.join(' and ')}: ${reason}`, { cause: error })
  }
}

/**
 * Makes the folder of a bundle an app that Electron runs, its page built as the app's own windows are.
 *
 * @param {string} folder of the bundle, which has the program already
 * @param {string} program the TypeScript file that is its main program
 * @param {string} page the HTML file; goes to page/
 * @throws {Complaint} when it cannot be bundled
 */
export async function bundleHarness(folder, program, page) {
  const { build, loadConfigFromFile } = await vite()
  const configuration = inProject('electron.vite.config.ts')
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, configuration)
  const { renderer } = /** @type {import('electron-vite').UserConfig} */ (loaded?.config ?? {})
  try {
    await build({
      ...renderer,
      configFile: false,
      root: inProject(dirname(page)),
      logLevel: 'error',
      build: {
        ...renderer?.build,
        outDir: join(folder, 'page'),
        // A profile of minified code has no names.
        minify: process.env.RIVULET_BENCH_PARTS === 'profile' ? false : 'oxc',
        rollupOptions: { input: inProject(page) },
      },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Complaint(`Could not bundle ${page}: ${reason}`, { cause: error })
  }
  const manifest = {
    name: 'rivulet-harness',
    version: '0.0.0',
    type: 'module',
    main: `${basename(program, '.ts')}.js`,
  }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
}

/** Not before: the dependencies may just have been installed. */
function vite() {
  return import('vite')
}
