import { languageEntry } from './language-table'

/** How people call the language of a fence; its own word when we know no better. */
export function languageName(word: string): string {
  return languageEntry(word)?.name ?? word
}
