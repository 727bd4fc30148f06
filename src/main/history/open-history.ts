import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { interruptRunning } from './answers'
import { forgetCheck, isCheckWanted } from './check-mark'
import { checkPages, readBeginnings } from './check-pages'
import { type Connection, connect, connectReadOnly, hasLog, versionOf } from './connection'
import { purgeDeleted } from './conversations'
import { migrate, refuseNewer } from './migrate'
import type { Migration } from './migrations/migration'
import { migrations as allMigrations } from './migrations/migrations'
import { HistoryProblem, isDamage, sentenceFor } from './problem'
import { recover } from './recover'
import { finishSettingAside, setAside } from './set-aside'

export interface OpenedHistory {
  readonly connection: Connection
  /** What the user should know about how it went. */
  readonly notices: readonly string[]
}

/**
 * Opens the history file and puts it in order: to the newest format, answers that were left running
 * ended, deleted conversations gone. A damaged file is kept aside and a new one begun with what could
 * be read of it; one that cannot be written is opened for reading. Throws a {@link HistoryProblem} where neither can be.
 *
 * @param now milliseconds since the epoch
 */
export function openHistory(
  file: string,
  now: number,
  migrations: readonly Migration[] = allMigrations,
): OpenedHistory {
  try {
    mkdirSync(dirname(file), { recursive: true })
    finishSettingAside(file)
    const { connection, notices } = openOrBegin(file, now, migrations)
    forgetCheck(file)
    return { connection, notices: [...recover(file, connection), ...notices] }
  } catch (error) {
    throw asProblem(error)
  }
}

function openOrBegin(file: string, now: number, migrations: readonly Migration[]): OpenedHistory {
  try {
    return open(file, migrations)
  } catch (error) {
    if (!isDamage(error)) throw error
    setAside(file, now)
    return open(file, migrations)
  }
}

function open(file: string, migrations: readonly Migration[]): OpenedHistory {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found !== undefined && !found.isFile()) throw notAFile(file, found.isDirectory())
  const existed = (found?.size ?? 0) > 0
  const endedBadly = hasLog(file)
  if (existed) lookBeforeWriting(file, migrations)
  let connection: Connection
  try {
    connection = connect(file)
  } catch (error) {
    if (!existed || isDamage(error)) throw error
    return openForReading(file, migrations, sentenceFor(error))
  }
  try {
    if (isCheckWanted(file)) checkPages(connection, 'integrity_check')
    else if (endedBadly) checkPages(connection, 'quick_check')
    migrate(connection, file, migrations)
  } catch (error) {
    connection.close()
    throw error
  }
  try {
    proveWritable(connection)
    interruptRunning(connection)
    purgeDeleted(connection)
    readBeginnings(connection)
    return { connection, notices: [] }
  } catch (error) {
    if (!isDamage(error)) return { connection, notices: [sentenceFor(error)] }
    connection.close()
    throw error
  }
}

/** Even opening a file for writing may change it, and a newer version's file is not ours to change. */
function lookBeforeWriting(file: string, migrations: readonly Migration[]): void {
  const connection = connectReadOnly(file)
  try {
    refuseNewer(versionOf(connection), migrations)
  } finally {
    connection.close()
  }
}

/** SQLite opens a file that cannot be written without a word, and a full disk shows with the first write. */
function proveWritable(connection: Connection): void {
  connection.exec(`PRAGMA user_version=${versionOf(connection)}`)
}

function openForReading(
  file: string,
  migrations: readonly Migration[],
  notice: string,
): OpenedHistory {
  const connection = connectReadOnly(file)
  if (versionOf(connection) === migrations.at(-1)?.version) return { connection, notices: [notice] }
  connection.close()
  throw new HistoryProblem(notice)
}

function notAFile(file: string, isFolder: boolean): HistoryProblem {
  const thing = isFolder ? 'A folder' : 'Something that is not a file'
  return new HistoryProblem(
    `${thing} lies where the history file should be: "${file}". Move it away or give it another name, then start Rivulet again.`,
  )
}

function asProblem(error: unknown): HistoryProblem {
  return error instanceof HistoryProblem
    ? error
    : new HistoryProblem(sentenceFor(error), { cause: error })
}
