import { languageEntry } from './language-table'

export interface FenceInfo {
  /** The word that says the language, in small letters; empty for none that is known. */
  readonly language: string
  /** How people call it; its own word when we know no better. */
  readonly name: string
  /** What else stands there. */
  readonly details: readonly string[]
}

/** Reads what stands behind a fence: `ts`, `ts title="x"`, `ts:src/x.ts`, `{.python}`, `js{1,3}`. */
export function fenceInfo(info: string): FenceInfo {
  const [first = '', ...details] = info.trim().split(/\s+/)
  const whole = first.toLowerCase()
  const known = languageEntry(whole)
  if (known !== undefined) return { language: whole, name: known.name, details }
  const [, word = '', rest = ''] = /^\{?\.?([\p{L}\d+#_-]+)[}:,;]?(.*)$/u.exec(first) ?? []
  const language = word.toLowerCase()
  const entry = languageEntry(language)
  // `math.py` is a file, and no formula.
  const isFile = entry?.load === null && rest.startsWith('.')
  if (entry === undefined || isFile) return { language: '', name: first, details }
  return { language, name: entry.name, details: rest === '' ? details : [rest, ...details] }
}
