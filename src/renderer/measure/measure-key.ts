import type { DesktopStatus } from '../../shared/ipc/contract'

export interface PressedKey {
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
}

/** ⌘⌥P, Ctrl+Alt+P elsewhere. By the place of the key: with Alt a Mac types π. */
export function isMeasureKey(pressed: PressedKey, platform: DesktopStatus['platform']): boolean {
  const isMac = platform === 'darwin'
  return (
    pressed.code === 'KeyP' &&
    pressed.altKey &&
    !pressed.shiftKey &&
    !pressed.repeat &&
    pressed.metaKey === isMac &&
    pressed.ctrlKey === !isMac
  )
}
