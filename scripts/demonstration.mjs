import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { appEnvironment } from './app-environment.mjs'
import { childEnd, endChild, startChild } from './children.mjs'
import { whenCommandEnds } from './command.mjs'
import { complaintFrom } from './complaint.mjs'
import { inProject } from './project.mjs'
import { showErrorsOf } from './terminal-noise.mjs'
import { startVirtualDisplay } from './virtual-display.mjs'

const usualQuestion = 'How do I search my history?'
const limitMilliseconds = 5 * 60_000

/**
 * Shows the app's main job where there is no display: it asks a question in a window on a virtual
 * one, the answer streams to the terminal, and a picture of the window is kept.
 *
 * @param {string} executable of Electron
 * @param {readonly string[]} opening parameters that open the app
 * @param {string} [question]
 * @returns {Promise<number>} 0 when the answer was complete and the picture is there
 */
export async function demonstrate(executable, opening, question = usualQuestion) {
  const screenshot = inProject('out', 'start', 'window.png')
  await makeRoomFor(screenshot).catch((error) => {
    throw complaintFrom(error, `make room for the picture ${relative(process.cwd(), screenshot)}`)
  })
  const userData = await mkdtemp(join(tmpdir(), 'rivulet-start-'))
  whenCommandEnds(() => rm(userData, { recursive: true, force: true }))

  console.log(`No display here, so the app runs on a virtual one and is asked: ${question}\n`)
  const display = await startVirtualDisplay()
  const demonstration = [
    `--user-data-dir=${userData}`,
    `--ask=${question}`,
    `--screenshot=${screenshot}`,
  ]
  const app = startChild(executable, [...opening, ...demonstration], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: { ...appEnvironment(), ...display.environment },
  })
  showErrorsOf(app)
  const limit = setTimeout(() => {
    console.error(
      `\nThe app has not ended within ${limitMilliseconds / 60_000} minutes: ending it.`,
    )
    endChild(app)
  }, limitMilliseconds)
  const code = await childEnd(app)
  clearTimeout(limit)

  if (!existsSync(screenshot)) {
    console.error(`\nThe app ended (code ${code}) without saving a picture of its window.`)
    return code === 0 ? 1 : code
  }
  console.log(`\nThe window: ${relative(process.cwd(), screenshot)}`)
  return code
}

/** @param {string} screenshot */
async function makeRoomFor(screenshot) {
  await rm(screenshot, { force: true, recursive: true })
  await mkdir(dirname(screenshot), { recursive: true })
}
