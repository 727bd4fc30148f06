import { parseArgs } from 'node:util'
import { appEnvironment } from './app-environment.mjs'
import { ensureBuild } from './build.mjs'
import { childEnd, startChild } from './children.mjs'
import { Complaint } from './complaint.mjs'
import { demonstrate } from './demonstration.mjs'
import { projectFolder } from './project.mjs'
import { setUp } from './set-up.mjs'
import { showErrorsOf } from './terminal-noise.mjs'
import { hasDisplay } from './virtual-display.mjs'

/**
 * Does everything that lies between a fresh clone and an open window.
 *
 * @returns {Promise<number>} the app's exit code
 */
export async function startApp() {
  const question = questionAsked()
  const { runtime, parameters } = await setUp(hasDisplay() ? [] : ['Xvfb'])
  await ensureBuild()

  const opening = [projectFolder, ...parameters, ...waylandParameters()]
  if (!hasDisplay()) return demonstrate(runtime.executable, opening, question)
  const asking = question === undefined ? [] : [`--ask=${question}`]
  const app = startChild(runtime.executable, [...opening, ...asking], {
    stdio: ['ignore', 'inherit', 'pipe'],
    env: appEnvironment(),
  })
  showErrorsOf(app)
  return childEnd(app)
}

/** Older versions of Electron look for X11 alone unless told. */
function waylandParameters() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return WAYLAND_DISPLAY && !DISPLAY ? ['--ozone-platform-hint=auto'] : []
}

function questionAsked() {
  try {
    return parseArgs({ options: { ask: { type: 'string' } } }).values.ask
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    throw new Complaint(`${reason}\nUsage: npm start [-- --ask "question"]`)
  }
}
