import { useEffect, useRef } from 'react'
import { isTextField } from '../design/is-text-field'
import { type Platform, type ShortcutName, shortcutOf } from './shortcut'

/** Calls with every shortcut pressed anywhere in the window, unless a dialog is open. */
export function useShortcuts(platform: Platform, run: (name: ShortcutName) => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const name = shortcutOf(event, platform, isTextField(event.target))
      if (name === null || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      latest.current(name)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [platform])
}
