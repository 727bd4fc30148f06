import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { whenCommandEnds } from './command.mjs'
import { isAlive } from './living-process.mjs'

/**
 * Makes a folder that is either complete or not there: it is prepared beside its place and then
 * renamed into it.
 *
 * @param {string} target where it shall be
 * @param {(folder: string) => Promise<void>} prepare fills the folder it is given
 * @throws what `prepare` throws, with nothing left behind
 */
export async function prepareFolder(target, prepare) {
  const parent = dirname(target)
  await mkdir(parent, { recursive: true })
  const prefix = `${basename(target)}.preparing-`
  await removeAbandoned(parent, prefix)

  const folder = await mkdtemp(join(parent, `${prefix}${process.pid}-`))
  const remove = () => rm(folder, { recursive: true, force: true })
  whenCommandEnds(remove)
  try {
    await prepare(folder)
    await rename(folder, target)
  } catch (error) {
    await remove()
    // Another process was quicker, and what it made is as good.
    if (isTaken(error) && existsSync(target)) return
    throw error
  }
}

/** @param {unknown} error */
function isTaken(error) {
  return (
    error instanceof Error &&
    'syscall' in error &&
    error.syscall === 'rename' &&
    'code' in error &&
    ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String(error.code))
  )
}

/** @param {string} parent @param {string} prefix */
async function removeAbandoned(parent, prefix) {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue
    const owner = Number.parseInt(name.slice(prefix.length), 10)
    if (!isAlive(owner)) await rm(join(parent, name), { recursive: true, force: true })
  }
}
