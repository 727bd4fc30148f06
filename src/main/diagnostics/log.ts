import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cleanEntry, type LogEntry, type LogLevel, levelOfEvent, levels } from './log-entry'
import { formatLine, parseLine } from './log-line'
import { createRotatingFile } from './rotating-file'

export interface LogOptions {
  /** Of the user's data; the log lies in `logs` there. */
  readonly dataFolder: string
  /** Events that matter less are not kept; `info` where it is not said. */
  readonly level?: LogLevel
  /** Bytes of one file; 1 MB where it is not said. */
  readonly bytesPerFile?: number
}

export interface Log {
  /** The file that is written. */
  readonly path: string
  /** Never throws, whatever happens to the disk. */
  write(entry: LogEntry): void
  /** The last entries of an answer, oldest first. Never rejects; what cannot be read is left out. */
  entriesOf(answerId: string, most: number): Promise<readonly LogEntry[]>
}

const numberOfFiles = 3
const megabyte = 1024 * 1024

/** Opens `logs/rivulet.log`, which with the two before it takes no more than 3 MB. */
export function createLog({
  dataFolder,
  level = 'info',
  bytesPerFile = megabyte,
}: LogOptions): Log {
  const file = createRotatingFile(join(dataFolder, 'logs'), 'rivulet', {
    bytes: bytesPerFile,
    files: numberOfFiles,
  })
  const matters = (entry: LogEntry): boolean =>
    levels.indexOf(levelOfEvent[entry.event]) <= levels.indexOf(level)
  return {
    path: file.paths[0] ?? '',
    write(given) {
      const entry = cleanEntry(given)
      if (entry !== null && matters(entry)) file.write(formatLine(entry))
    },
    async entriesOf(answerId, most) {
      const found: LogEntry[] = []
      for (const path of file.paths) {
        const text = await readFile(path, 'utf8').catch(() => '')
        const entries = text.split('\n').flatMap((line) => parseLine(line) ?? [])
        found.unshift(...entries.filter((entry) => entry.answerId === answerId))
        if (found.length >= most) break
      }
      return most === 0 ? [] : found.slice(-most)
    },
  }
}
