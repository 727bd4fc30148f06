import { useEffect } from 'react'
import { useLatest } from './use-latest'

/** Calls when Esc is pressed, unless something nearer has used it: a menu, a dialog, a field. */
export function useEscape(act: () => void): void {
  const latest = useLatest(act)
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('dialog[open]') === null) latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [latest])
}
