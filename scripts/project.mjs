import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))

/**
 * @param {...string} names segments below the project folder
 * @returns {string} the absolute path
 */
export function inProject(...names) {
  return join(projectFolder, ...names)
}
