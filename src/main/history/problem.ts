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
    'The history cannot be written, because its folder is read-only. Nothing that was saved before is lost.',
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
  if ('code' in error && typeof error.code === 'string') return systemKinds[error.code]
  return undefined
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
    ? 'The history could not do this, because of a mistake in Rivulet. Nothing was changed.'
    : sentences[kind]
}

/** For the log. SQLite's own message is left out, because it may quote what somebody wrote. */
export function detailFor(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  if ('sqliteCodeName' in error) return String(error.sqliteCodeName)
  return error instanceof Error ? error.message : 'unknown'
}
