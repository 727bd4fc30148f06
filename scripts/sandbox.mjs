import { isRoot } from './linux-libraries.mjs'

/**
 * Chromium refuses to start its sandbox as root; everybody else gets it.
 *
 * @returns {string[]} parameters for Electron
 */
export function sandboxParameters() {
  if (process.platform !== 'linux' || !isRoot()) return []
  console.log("Running as root, where Chromium's sandbox cannot start: passing --no-sandbox.")
  return ['--no-sandbox']
}
