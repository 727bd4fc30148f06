import type { Language } from './language'
import { LanguageShelf } from './language-shelf'
import { languageEntry } from './language-table'

const shelf = new LanguageShelf(languageEntry)

/** The most asked for; the others are loaded when they are met. */
const common = ['ts', 'js', 'tsx', 'python', 'bash', 'json', 'html', 'sql']

/** The language of the word after a fence if it is there already; null otherwise. */
export function loadedLanguage(word: string): Language | null {
  return shelf.loaded(word)
}

/** Loads a language once. Null, and no failure, for what has no colours or cannot be loaded. */
export function loadLanguage(word: string): Promise<Language | null> {
  return shelf.load(word)
}

/** Calls back whenever a language has been loaded; returns how to stop that. */
export function onLanguageLoaded(listener: () => void): () => void {
  return shelf.onLoaded(listener)
}

/** Loads the most common languages, so that their first block has colours in its first frame. */
export async function preloadLanguages(): Promise<void> {
  for (const word of common) await shelf.load(word)
}
