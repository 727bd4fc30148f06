import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * How to start npm without a shell: Node refuses to spawn `npm.cmd`, so npm's own script is run with
 * this Node wherever it can be found.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {{ command: string, parameters: string[] }} what to put before npm's own parameters
 */
export function npmCommand(environment = process.env) {
  const nodeFolder = dirname(process.execPath)
  const candidates = [
    environment.npm_execpath ?? '',
    join(nodeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(nodeFolder), 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ]
  const script = candidates.find((path) => basename(path) === 'npm-cli.js' && existsSync(path))
  if (script !== undefined) return { command: process.execPath, parameters: [script] }
  return { command: 'npm', parameters: [] }
}
