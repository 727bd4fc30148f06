import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { type Connection, connectReadOnly, inTransaction, versionOf } from './connection'
import type { Migration } from './migrations/migration'
import { HistoryProblem } from './problem'

/**
 * Brings the file to the newest format, one transaction a step. An existing history is first copied
 * to `<file>.before-<its next version>`, and the copy is checked; when that fails nothing is changed.
 */
export function migrate(
  connection: Connection,
  file: string,
  migrations: readonly Migration[],
): void {
  const version = versionOf(connection)
  const missing = migrations.filter((migration) => migration.version > version)
  const [first] = missing
  if (first === undefined) return
  if (!isEmpty(connection)) backUp(connection, `${file}.before-${first.version}`)
  for (const { version: next, sql } of missing) {
    inTransaction(connection, () => {
      connection.exec(sql)
      connection.exec(`PRAGMA user_version=${next}`)
    })
  }
}

/** Refuses a file of a format that this program does not know. */
export function refuseNewer(version: number, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)?.version ?? 0
  if (version > known) {
    throw new HistoryProblem(
      `This history was written by a newer version of Rivulet (format ${version}; this version knows ${known}). Install the newer version to open it. The file was not touched.`,
    )
  }
}

function isEmpty(connection: Connection): boolean {
  return connection.values('name', 'sqlite_schema').length === 0
}

/** The copy has its name only once it is whole, checked and on the disk. */
function backUp(connection: Connection, target: string): void {
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    connection.exec(`VACUUM INTO '${unfinished.replaceAll("'", "''")}'`)
    const copy = connectReadOnly(unfinished)
    try {
      const [finding] = copy.values('integrity_check', 'pragma_integrity_check')
      if (finding !== 'ok') {
        throw new HistoryProblem(
          'The history has to be brought to a new format, but the backup that is made before did not pass its check. Nothing was changed.',
        )
      }
    } finally {
      copy.close()
    }
    const handle = openSync(unfinished, 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(unfinished, target)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
