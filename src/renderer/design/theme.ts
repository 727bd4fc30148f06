import type { Settings } from '../../shared/settings/settings'

/** Sets the theme on the document and keeps it, until the returned function is called. */
export function applyTheme(theme: Settings['theme']): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    document.documentElement.setAttribute('data-theme', shown)
  }
  apply()
  dark.addEventListener('change', apply)
  return () => dark.removeEventListener('change', apply)
}
