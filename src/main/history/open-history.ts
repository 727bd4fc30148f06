import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { interruptRunning } from './answers'
import { checkPages } from './check-pages'
import { type Connection, connect, connectReadOnly, hasLog, versionOf } from './connection'
import { purgeDeleted } from './conversations'
import { migrate, refuseNewer } from './migrate'
import type { Migration } from './migrations/migration'
import { migrations as allMigrations } from './migrations/migrations'
import { HistoryProblem, isDamage, sentenceFor } from './problem'

export interface OpenedHistory {
  readonly connection: Connection
  /** What the user should know about how it went. */
  readonly notices: readonly string[]
}

/**
 * Opens the history file and puts it in order: to the newest format, answers that were left running
 * ended, deleted conversations gone. A damaged file is kept aside and a new one begun; one that
 * cannot be written is opened for reading. Throws a {@link HistoryProblem} where neither can be.
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
    return open(file, migrations)
  } catch (error) {
    if (!isDamage(error)) throw asProblem(error)
  }
  try {
    const kept = setAside(file, now)
    const { connection, notices } = open(file, migrations)
    const notice = `The history file was damaged and could not be opened. It was kept as "${kept}" and a new history was begun.`
    return { connection, notices: [notice, ...notices] }
  } catch (error) {
    throw asProblem(error)
  }
}

function open(file: string, migrations: readonly Migration[]): OpenedHistory {
  const existed = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
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
    if (endedBadly) checkPages(connection)
    migrate(connection, file, migrations)
  } catch (error) {
    connection.close()
    throw error
  }
  try {
    proveWritable(connection)
    interruptRunning(connection)
    purgeDeleted(connection)
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

function setAside(file: string, now: number): string {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  let kept = `${file}.broken-${date}`
  for (let count = 2; existsSync(kept); count += 1) kept = `${file}.broken-${date}-${count}`
  for (const part of ['-wal', '-shm', '']) {
    if (existsSync(file + part)) renameSync(file + part, kept + part)
  }
  return basename(kept)
}

function asProblem(error: unknown): HistoryProblem {
  return error instanceof HistoryProblem
    ? error
    : new HistoryProblem(sentenceFor(error), { cause: error })
}
