import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
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
  // Not before: the dependencies may just have been installed.
  const { build } = await import('vite')
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
