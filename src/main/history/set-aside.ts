import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The names of damaged files that were set aside and not read yet, one a line. Written before the file
 * is renamed, so that a crash or a full disk in between leaves nothing forgotten.
 */
const listOf = (file: string): string => `${file}.salvage`

/** The file last: where it has its new name, the others have theirs. */
const parts = ['-wal', '-shm', '']

/** Gives a damaged history another name, with what belongs to it. */
export function setAside(file: string, now: number): void {
  const date = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  let kept = `${file}.broken-${date}`
  for (let count = 2; existsSync(kept); count += 1) kept = `${file}.broken-${date}-${count}`
  appendFileSync(listOf(file), `${basename(kept)}\n`)
  renameAll(file, kept)
}

/** Does the rest of what a crash may have kept {@link setAside} from doing: the log alone is of no use. */
export function finishSettingAside(file: string): void {
  for (const kept of listSetAside(file)) {
    const isHalfDone = existsSync(`${kept}-wal`) || existsSync(`${kept}-shm`)
    if (isHalfDone && !existsSync(kept)) renameAll(file, kept)
  }
}

/** The paths of those that were set aside and not read yet. */
export function listSetAside(file: string): readonly string[] {
  if (!existsSync(listOf(file))) return []
  const names = readFileSync(listOf(file), 'utf8').split('\n')
  return names.filter((name) => name !== '').map((name) => join(dirname(file), basename(name)))
}

export function forgetSetAside(file: string): void {
  rmSync(listOf(file), { force: true })
}

function renameAll(file: string, kept: string): void {
  for (const part of parts) {
    if (existsSync(file + part)) renameSync(file + part, kept + part)
  }
}
