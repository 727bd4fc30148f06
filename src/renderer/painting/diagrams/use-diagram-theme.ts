import { useSyncExternalStore } from 'react'
import { type DiagramTheme, diagramTheme } from './diagram-theme'

const withoutPage = diagramTheme(false, () => '')

let shown: DiagramTheme | null = null

/** The colours of the page as it is now; the same object until they change. */
export function useDiagramTheme(): DiagramTheme {
  return useSyncExternalStore(subscribe, currentTheme, () => withoutPage)
}

function currentTheme(): DiagramTheme {
  shown ??= readTheme()
  return shown
}

function readTheme(): DiagramTheme {
  const root = document.documentElement
  const style = getComputedStyle(root)
  return diagramTheme(root.dataset['theme'] === 'dark', (name) => style.getPropertyValue(name))
}

const listeners = new Set<() => void>()
let stopWatching = (): void => {}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) stopWatching = watch()
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) stopWatching()
  }
}

/** Follows the theme and the wish for more contrast; one observer for all diagrams. */
function watch(): () => void {
  const changed = (): void => {
    shown = readTheme()
    for (const listener of listeners) listener()
  }
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const contrast = matchMedia('(prefers-contrast: more)')
  contrast.addEventListener('change', changed)
  // It may have changed while nobody watched.
  shown = null
  return () => {
    observer.disconnect()
    contrast.removeEventListener('change', changed)
  }
}
