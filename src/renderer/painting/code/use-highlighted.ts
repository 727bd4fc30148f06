import { useEffect, useRef, useSyncExternalStore } from 'react'
import { type Highlighted, type HighlightedLine, highlightLines } from './highlight-lines'
import { loadedLanguage, loadLanguage, onLanguageLoaded } from './load-language'

/** The lines with their colours; plain until the language is there, and for ever if it never comes. */
export function useHighlighted(word: string, texts: readonly string[]): readonly HighlightedLine[] {
  const loaded = () => loadedLanguage(word)
  const language = useSyncExternalStore(onLanguageLoaded, loaded, loaded)
  useEffect(() => void loadLanguage(word), [word])
  // What is kept here saves work and changes nothing: a render that is thrown away does no harm.
  const previous = useRef<Highlighted>(undefined)
  previous.current = highlightLines(language, texts, previous.current)
  return previous.current.lines
}
