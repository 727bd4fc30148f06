import { existsSync, writeFileSync } from 'node:fs'
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { isAlive } from './living-process.mjs'

/** No installation takes that long; after it a living process of that number is another program. */
const longestMilliseconds = 30 * 60_000

/** Between the making of the file and the writing into it. */
const writingMilliseconds = 5_000

/**
 * @typedef {object} InstallLock
 * @property {boolean} wasInterrupted whether an earlier installation took it and never gave it back
 * @property {(child: number | undefined) => void} nameChild keeps it for as long as that process lives,
 *   even when this one is killed
 * @property {() => Promise<void>} release to be called when the installation is whole, and only then
 */

/**
 * @param {string} path
 * @returns {boolean} whether an installation is under way or was interrupted
 */
export function isLocked(path) {
  return existsSync(path)
}

/**
 * Makes the file, or waits until those who made it are gone.
 *
 * @param {string} path
 * @param {{ pollMilliseconds?: number }} [options]
 * @returns {Promise<InstallLock>}
 */
export async function takeInstallLock(path, { pollMilliseconds = 500 } = {}) {
  await mkdir(dirname(path), { recursive: true })
  const own = String(process.pid)
  let wasInterrupted = false
  let isTold = false
  for (;;) {
    if (await isMade(path, own)) {
      return {
        wasInterrupted,
        nameChild: (child) => writeFileSync(path, `${own} ${child ?? ''}`),
        release: () => rm(path, { force: true }),
      }
    }
    const holder = await holderOf(path, own)
    if (holder === undefined) continue
    if (!holder.isGone) {
      if (!isTold) console.log('Another npm ci is at work in this folder: waiting for its end.')
      isTold = true
      await delay(pollMilliseconds)
    } else if (await takeAway(path, holder.text)) wasInterrupted = true
  }
}

/** @param {string} path @param {string} text */
async function isMade(path, text) {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/**
 * @param {string} path
 * @param {string} own what this process left behind holds nobody up
 */
async function holderOf(path, own) {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  const made = await stat(path).catch(() => undefined)
  if (text === undefined || made === undefined) return undefined
  const age = Date.now() - made.mtimeMs
  const isNamed = text.trim() !== ''
  const isBusy = isNamed
    ? age < longestMilliseconds &&
      text.split(' ').some((each) => each !== own && isAlive(Number(each)))
    : age < writingMilliseconds
  return { text, isGone: !isBusy }
}

/**
 * Removes what somebody left behind, unless it is somebody else's by now.
 *
 * @param {string} path @param {string} text
 */
async function takeAway(path, text) {
  const aside = `${path}.${process.pid}`
  try {
    await rename(path, aside)
  } catch {
    return false
  }
  if ((await readFile(aside, 'utf8')) !== text) {
    await rename(aside, path)
    return false
  }
  await rm(aside, { force: true })
  return true
}
