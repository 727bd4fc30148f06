import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * One value for the names and contents of files and folders.
 *
 * @param {string} root
 * @param {readonly string[]} paths below the root; what is not there counts as empty
 * @returns {Promise<string>}
 */
export async function hashOfFiles(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesUnder(root, path)) {
      const content = await readFile(join(root, file))
      hash.update(`${file}\0${content.length}\0`).update(content)
    }
  }
  return hash.digest('hex')
}

/** @param {string} root @param {string} path @returns {Promise<string[]>} sorted */
async function filesUnder(root, path) {
  const found = await stat(join(root, path)).catch(() => undefined)
  if (found === undefined) return []
  if (found.isFile()) return [path]
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
