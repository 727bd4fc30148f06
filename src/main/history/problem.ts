/** A refusal whose message a user can read. */
export class HistoryProblem extends Error {
  override readonly name = 'HistoryProblem'
}

/** The check of the file found that it contradicts itself. */
export class HistoryDamage extends Error {
  override readonly name = 'HistoryDamage'
}

type Kind = 'full' | 'read-only' | 'busy' | 'damaged' | 'unreachable' | 'broken-disk'

/** SQLite's primary result codes, https://sqlite.org/rescode.html */
const kinds: { readonly [code: number]: Kind } = {
  3: 'unreachable',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'broken-disk',
  11: 'damaged',
  13: 'full',
  14: 'unreachable',
  23: 'unreachable',
  26: 'damaged',
}

/** A statement of `@photostructure/sqlite` 1.2 that fails while rows are read brings the words alone. */
const kindsByWords: readonly (readonly [RegExp, Kind])[] = [
  [/disk image is malformed|corrupt|file is not a database/, 'damaged'],
  [/disk is full/, 'full'],
  [/readonly database/, 'read-only'],
  [/ is locked/, 'busy'],
  [/disk I\/O error/, 'broken-disk'],
  [/unable to open database file/, 'unreachable'],
]

const systemKinds: { readonly [code: string]: Kind } = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ENOENT: 'unreachable',
  ENOTDIR: 'unreachable',
  EISDIR: 'unreachable',
  EEXIST: 'unreachable',
  EIO: 'broken-disk',
}

const sentences: { readonly [Name in Kind]: string } = {
  full: 'The disk is full. Free some space and try again; everything that was saved before is still there.',
  'read-only':
    'The history cannot be written, because its folder is read-only. Allow writing there and try again; nothing that was saved before is lost.',
  busy: 'Another program is using the history file. Close it and try again.',
  damaged:
    'A part of the history file is damaged. Restart Rivulet: it checks the file when it starts.',
  unreachable: 'The history file cannot be opened. Check that you may read and write its folder.',
  'broken-disk':
    'The disk reported an error while the history was read or written. Check the disk and try again.',
}

function kindOf(error: unknown): Kind | undefined {
  if (error instanceof HistoryDamage) return 'damaged'
  if (typeof error !== 'object' || error === null) return undefined
  // The low byte is the primary code, the rest says more.
  if ('sqliteExtendedCode' in error && typeof error.sqliteExtendedCode === 'number') {
    return kinds[error.sqliteExtendedCode & 0xff]
  }
  if (isOfSqlite(error)) return kindsByWords.find(([words]) => words.test(error.message))?.[1]
  if ('code' in error && typeof error.code === 'string') return systemKinds[error.code]
  return undefined
}

function isOfSqlite(error: object): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}

/** Whether the file is not a database or its pages contradict each other. */
export function isDamage(error: unknown): boolean {
  return kindOf(error) === 'damaged'
}

/** What went wrong and what to do, in the user's words; never text of a message. */
export function sentenceFor(error: unknown): string {
  if (error instanceof HistoryProblem) return error.message
  const kind = kindOf(error)
  return kind === undefined
    ? 'The history could not do this, because of a mistake in Rivulet. Nothing was changed. Try again; if that does not help, restart Rivulet.'
    : sentences[kind]
}

/** For the log. SQLite's own message is left out, because it may quote what somebody wrote. */
export function detailFor(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  if ('sqliteCodeName' in error) return String(error.sqliteCodeName)
  if (isOfSqlite(error))
    return `${error.code}${kindOf(error) === undefined ? '' : `, ${kindOf(error)}`}`
  return error instanceof Error ? error.message : 'unknown'
}
