import { existsSync, rmSync, writeFileSync } from 'node:fs'

/**
 * A file beside the history that asks the next start to check all pages. Reading every page at every
 * start would take seconds, and damage may only show when somebody opens the conversation it is in.
 */
const markOf = (file: string): string => `${file}.check`

export function isCheckWanted(file: string): boolean {
  return existsSync(markOf(file))
}

export function askForCheck(file: string): void {
  try {
    writeFileSync(markOf(file), '')
  } catch {
    // On a disk that takes nothing the check could not put anything in order either.
  }
}

export function forgetCheck(file: string): void {
  try {
    rmSync(markOf(file), { force: true })
  } catch {
    // Then the next start checks once more.
  }
}
