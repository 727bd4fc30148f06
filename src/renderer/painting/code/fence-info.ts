import { languageName } from './language-name'
import { languageEntry } from './language-table'

export interface FenceInfo {
  /** The word that says the language, empty for none. */
  readonly language: string
  /** How people call it. */
  readonly name: string
  /** What else stands there. */
  readonly details: readonly string[]
}

/** Reads what stands behind a fence: `ts`, `ts title="x"`, `ts:src/x.ts`, `{.python}`, `js{1,3}`. */
export function fenceInfo(info: string): FenceInfo {
  const [first = '', ...details] = info.trim().split(/\s+/)
  if (languageEntry(first) !== undefined) {
    return { language: first, name: languageName(first), details }
  }
  const [, language = '', rest = ''] = /^\{?\.?([\p{L}\d+#_-]+)[}:,;]?(.*)$/u.exec(first) ?? []
  if (languageEntry(language) === undefined) return { language: '', name: first, details }
  return {
    language,
    name: languageName(language),
    details: rest === '' ? details : [rest, ...details],
  }
}
