import { renameSync } from 'node:fs'
import { join } from 'node:path'
import electronLog from 'electron-log/node'

export interface RotatingFile {
  /** The paths, the newest first; not all of them need exist. */
  readonly paths: readonly string[]
  /** Adds a line. Never throws: what cannot be written is lost. */
  write(line: string): void
}

/**
 * A file of the log and the older ones that it moves on to when it is full. `electron-log/node` is the
 * package's core: unlike `electron-log/main` it opens no channel to the windows and puts no preload into
 * their sessions. All of its other outputs are closed.
 */
export function createRotatingFile(
  folder: string,
  name: string,
  limits: { readonly bytes: number; readonly files: number },
): RotatingFile {
  const paths = Array.from({ length: limits.files }, (_, age) =>
    join(folder, age === 0 ? `${name}.log` : `${name}.${age}.log`),
  )
  const [newest = ''] = paths
  const logger = electronLog.create({ logId: newest })
  // Troubles with a file are told to the console of the package's first logger, and there end.
  for (const { transports } of [electronLog, logger]) {
    transports.console.level = false
    transports.console.writeFn = () => {}
    if (transports.ipc) transports.ipc.level = false
    transports.remote.level = false
  }
  electronLog.transports.file.level = false
  const { file } = logger.transports
  file.setAppName(name)
  file.maxSize = limits.bytes
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.resolvePathFn = () => newest
  file.transforms = [({ data }) => String(data[0])]
  file.archiveLogFn = (full) => {
    try {
      for (let age = limits.files - 1; age > 0; age -= 1) moveOn(paths[age - 1], paths[age])
    } catch {
      // Held by another program: better less of it than one that grows for ever.
      full.clear()
    }
  }
  return {
    paths,
    write(line) {
      try {
        logger.info(line)
      } catch {
        // The app does not stand still for its log.
      }
    },
  }
}

function moveOn(from = '', to = ''): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
