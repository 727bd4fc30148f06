import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { childEnd, endChild, startChild } from './children.mjs'
import { whenCommandEnds } from './command.mjs'
import { inProject } from './project.mjs'

const packageFolder = inProject('node_modules', 'electron')

/** A download that has not brought a byte for this long is given up; a slow one may take its time. */
const patienceMilliseconds = 30_000

/** @returns {string} the version that package.json asks for */
export function wantedElectronVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version
}

/**
 * @returns {string | undefined} the executable that the `electron` package has downloaded, if it is
 *   there and of the right version
 */
export function downloadedElectron() {
  try {
    const version = readFileSync(join(packageFolder, 'dist', 'version'), 'utf8').replace(/^v/, '')
    if (version.trim() !== wantedElectronVersion()) return undefined
    const name = readFileSync(join(packageFolder, 'path.txt'), 'utf8')
    const executable = join(packageFolder, 'dist', name)
    return existsSync(executable) ? executable : undefined
  } catch {
    return undefined
  }
}

/**
 * Runs the `electron` package's own download.
 *
 * @returns {Promise<string | undefined>} the executable, or undefined when it could not be had
 */
export async function downloadElectron() {
  console.log(`Downloading Electron ${wantedElectronVersion()}.`)
  const temporary = await mkdtemp(join(tmpdir(), 'rivulet-electron-'))
  const remove = () => rm(temporary, { recursive: true, force: true })
  whenCommandEnds(remove)

  const child = startChild(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    // What it writes is the only sign of progress it gives.
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
  })
  const watch = watchGrowth([temporary, join(packageFolder, 'dist')], () => endChild(child))
  try {
    await childEnd(child)
  } finally {
    clearInterval(watch)
    await remove()
  }
  return downloadedElectron()
}

/** @param {string[]} folders @param {() => void} giveUp */
function watchGrowth(folders, giveUp) {
  let largest = -1
  let grown = Date.now()
  return setInterval(async () => {
    const sizes = await Promise.all(folders.map(sizeOfFolder))
    const size = sizes.reduce((sum, each) => sum + each, 0)
    if (size !== largest) {
      largest = size
      grown = Date.now()
    } else if (Date.now() - grown > patienceMilliseconds) giveUp()
  }, 1_000)
}

/** @param {string} folder @returns {Promise<number>} bytes, 0 when it is not there */
async function sizeOfFolder(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, each) => sum + each, 0)
}
