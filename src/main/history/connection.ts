import { statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'

export type Statement = ReturnType<DatabaseSyncInstance['prepare']>

/**
 * A connection to the history file. A statement of `@photostructure/sqlite` 1.2 holds the file open
 * until it is collected, even after `close`, and cannot be told to let go; so statements are made
 * once and kept, and what has to run before a file may be renamed or removed uses none.
 */
export interface Connection {
  exec(sql: string): void
  /** The statement for this text; the same one every time. */
  prepare(sql: string): Statement
  /** For text that differs from call to call. */
  prepareOnce(sql: string): Statement
  /** One column of a query without a statement: `values('name', 'sqlite_schema')`. */
  values(column: string, from: string): readonly unknown[]
  readonly isTransaction: boolean
  readonly isOpen: boolean
  /** Folds the log into the file and closes it. */
  close(): void
}

/** How long to wait for another program that has the file, a backup tool for example, in milliseconds. */
const busyTimeout = 5000

/**
 * Opens the file for reading and writing and makes it when there is none.
 *
 * `synchronous=FULL` for everything, checkpoints too: what was acknowledged then survives a power
 * cut and not only a crash. With at most five checkpoints a second, each one transaction for all
 * answers, that costs five syncs a second, in the worker, and leaves one rule to know instead of two.
 */
export function connect(file: string): Connection {
  const database = new DatabaseSync(file, {
    timeout: busyTimeout,
    enableForeignKeyConstraints: true,
  })
  return openWith(database, 'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
}

/**
 * Opens a file that cannot be written, or must not be. Even reading needs a file beside it for
 * SQLite's log, unless the log is empty and the file is declared immutable.
 */
export function connectReadOnly(file: string): Connection {
  const location = pathToFileURL(file)
  if (!hasLog(file)) location.searchParams.set('immutable', '1')
  const database = new DatabaseSync(location, { timeout: busyTimeout, readOnly: true })
  return openWith(database, 'SELECT count(*) FROM sqlite_schema')
}

function openWith(database: DatabaseSyncInstance, firstWords: string): Connection {
  const connection = wrap(database)
  try {
    connection.exec(firstWords)
    return connection
  } catch (error) {
    database.close()
    throw error
  }
}

function wrap(database: DatabaseSyncInstance): Connection {
  const statements = new Map<string, Statement>()
  let taken: unknown[] = []
  database.function('take', (value: unknown) => {
    taken.push(value)
    return null
  })
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const known = statements.get(sql)
      if (known !== undefined) return known
      const made = database.prepare(sql)
      statements.set(sql, made)
      return made
    },
    prepareOnce: (sql) => database.prepare(sql),
    values(column, from) {
      taken = []
      database.exec(`SELECT take(${column}) FROM ${from}`)
      return taken
    },
    get isTransaction() {
      return database.isTransaction
    },
    get isOpen() {
      return database.isOpen
    },
    close() {
      try {
        database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
      } catch {
        // A read-only file has no log to fold; a full disk leaves it for the next start.
      }
      statements.clear()
      database.close()
    },
  }
}

/** Whether a log was left beside the file, which a proper close does not. */
export function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** Runs the work in one transaction; when it throws, or the disk refuses, nothing has happened. */
export function inTransaction<Value>(connection: Connection, work: () => Value): Value {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const value = work()
    connection.exec('COMMIT')
    return value
  } catch (error) {
    // SQLite has rolled back by itself after some errors, a full disk among them.
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/** The format of the file: the number of the last migration that it has been through. */
export function versionOf(connection: Connection): number {
  return Number(connection.values('user_version', 'pragma_user_version')[0])
}
