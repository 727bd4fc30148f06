import type { Settings } from '../../shared/settings/settings'

/** The part of a keyboard event that decides. */
export interface PressedKey {
  readonly key: string
  readonly keyCode: number
  readonly isComposing: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Some input methods report only this code while they compose. */
const composingKeyCode = 229

/** What a key press in a text field does: send, or whatever the field does by itself. */
export function enterDecision(pressed: PressedKey, sendKey: Settings['sendKey']): 'send' | 'none' {
  if (pressed.key !== 'Enter' || pressed.isComposing || pressed.keyCode === composingKeyCode) {
    return 'none'
  }
  if (pressed.shiftKey || pressed.altKey) return 'none'
  const modified = pressed.ctrlKey || pressed.metaKey
  return sendKey === 'enter' || modified ? 'send' : 'none'
}
