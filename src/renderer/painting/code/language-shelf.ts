import type { Language } from './language'
import type { LanguageEntry } from './language-table'

/** Languages that have been loaded, and how to have more of them. */
export class LanguageShelf {
  readonly #entryOf: (word: string) => LanguageEntry | undefined
  readonly #loaded = new Map<LanguageEntry, Language>()
  readonly #loading = new Map<LanguageEntry, Promise<Language | null>>()
  readonly #listeners = new Set<() => void>()

  constructor(entryOf: (word: string) => LanguageEntry | undefined) {
    this.#entryOf = entryOf
  }

  /** What a word means, if it is there already. */
  loaded(word: string): Language | null {
    const entry = this.#entryOf(word)
    return (entry && this.#loaded.get(entry)) ?? null
  }

  /** Loads once. Null, and no failure, for what has no colours or cannot be loaded. */
  async load(word: string): Promise<Language | null> {
    const entry = this.#entryOf(word)
    if (entry === undefined || entry.load === null) return null
    const known = this.#loaded.get(entry) ?? this.#loading.get(entry)
    if (known !== undefined) return known
    // Colours are an ornament: without them the code is there all the same, and the next asks again.
    const loading = entry.load().catch(() => null)
    this.#loading.set(entry, loading)
    const language = await loading
    this.#loading.delete(entry)
    if (language !== null) {
      this.#loaded.set(entry, language)
      for (const listener of this.#listeners) listener()
    }
    return language
  }

  /** Calls back whenever a language has been loaded; returns how to stop that. */
  onLoaded(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
