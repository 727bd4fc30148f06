import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import ElectronStore from 'electron-store'

type Fields = Readonly<Record<string, unknown>>

/** `settings.json` in a folder. */
export interface SettingsFile {
  /** Null where the file cannot be read or is not a JSON object; empty where there is none. */
  read(): Fields | null
  /** All or nothing. Throws an Error that a user can read. */
  write(fields: Fields): void
  /** Keeps what lies there now beside it. The name it has, or null where that could not be done. */
  keepAside(how: 'move' | 'copy'): string | null
}

/** @param now milliseconds since the epoch, for the names of what is kept aside */
export function openSettingsFile(folder: string, now: () => number): SettingsFile {
  const path = join(folder, 'settings.json')
  return {
    read() {
      if (!existsSync(path)) return {}
      try {
        const fields: unknown = JSON.parse(readFileSync(path, 'utf8'))
        return isFields(fields) ? fields : null
      } catch {
        return null
      }
    },
    write(fields) {
      try {
        const store = new ElectronStore({ cwd: folder, name: 'settings' })
        store.store = fields
      } catch (error) {
        throw new Error(sentenceFor(error), { cause: error })
      }
    },
    keepAside(how) {
      const kept = freeName(folder, now())
      try {
        if (how === 'move') renameSync(path, kept)
        else copyFileSync(path, kept)
        return basename(kept)
      } catch {
        return null
      }
    },
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function freeName(folder: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  let name = join(folder, `settings.broken-${date}.json`)
  for (let count = 2; existsSync(name); count += 1) {
    name = join(folder, `settings.broken-${date}-${count}.json`)
  }
  return name
}

function sentenceFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The settings could not be saved, because the disk is full. Free some space and try again.'
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return 'The settings could not be saved, because their folder cannot be written. Check its permissions and try again.'
    default:
      return 'The settings could not be saved, because the disk reported an error. Try again.'
  }
}
