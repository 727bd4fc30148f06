import { constants } from 'node:fs'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { childEnd, startChild } from './children.mjs'
import { Complaint, complaintFrom } from './complaint.mjs'
import { hashOfFiles } from './folder-hash.mjs'
import { inProject, projectFolder } from './project.mjs'

/** Everything a build reads. */
const sources = [
  'src',
  'docs/manual',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

/** Everything a build writes. */
const outputs = ['out/main', 'out/preload', 'out/renderer']

const stampPath = inProject('out', 'build-stamp.json')

/**
 * Builds the app, unless what lies in out/ is exactly what a build of these sources has written.
 *
 * @throws {Complaint} when the build fails or the folder cannot be written
 */
export async function ensureBuild() {
  const before = await hashOfFiles(projectFolder, sources)
  const stamp = await readFile(stampPath, 'utf8').then(JSON.parse, () => undefined)
  if (stamp?.sources === before && stamp.outputs === (await hashOfFiles(projectFolder, outputs))) {
    return
  }

  console.log('Building.')
  try {
    // The configuration is compiled to a file beside it.
    await access(projectFolder, constants.W_OK)
    await rm(stampPath, { force: true })
  } catch (error) {
    throw complaintFrom(error, 'build the app')
  }
  const script = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const child = startChild(process.execPath, [script, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
  })
  const code = await childEnd(child)
  if (code !== 0) {
    throw new Complaint(`The build failed (code ${code}); electron-vite's message is above.`)
  }
  await mkdir(inProject('out'), { recursive: true })
  // Hashed before the build: a file saved meanwhile makes the next command build again.
  const written = await hashOfFiles(projectFolder, outputs)
  await writeFile(stampPath, JSON.stringify({ sources: before, outputs: written }))
}
