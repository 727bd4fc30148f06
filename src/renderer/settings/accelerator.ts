import type { Platform, PressedShortcut } from '../window/shortcut'

const namedKeys: Readonly<Record<string, string>> = {
  Space: 'Space',
  Enter: 'Enter',
  Tab: 'Tab',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Insert: 'Insert',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Backslash: '\\',
}

/**
 * The pressed keys as an Electron accelerator. Null while only modifiers are down, or when there is
 * none: a bare letter would be taken from every other program.
 */
export function acceleratorFrom(pressed: PressedShortcut, platform: Platform): string | null {
  const key = keyName(pressed.code)
  const isFunctionKey = key !== null && /^F\d+$/.test(key)
  if (key === null) return null
  if (!pressed.ctrlKey && !pressed.altKey && !pressed.metaKey && !isFunctionKey) return null
  const parts = [
    pressed.ctrlKey && 'Ctrl',
    pressed.metaKey && (platform === 'darwin' ? 'Command' : 'Super'),
    pressed.altKey && (platform === 'darwin' ? 'Option' : 'Alt'),
    pressed.shiftKey && 'Shift',
    key,
  ]
  return parts.filter((part) => part !== false).join('+')
}

function keyName(code: string): string | null {
  const letterOrDigit = /^(?:Key([A-Z])|Digit(\d))$/.exec(code)
  if (letterOrDigit !== null) return letterOrDigit[1] ?? letterOrDigit[2] ?? null
  if (/^F\d{1,2}$/.test(code)) return code
  return namedKeys[code] ?? null
}

/** An accelerator as the keys are labelled. */
export function acceleratorLabel(accelerator: string, platform: Platform): string {
  if (platform !== 'darwin') return accelerator.replace('CommandOrControl', 'Ctrl')
  const signs: Readonly<Record<string, string>> = {
    Command: '⌘',
    CommandOrControl: '⌘',
    Ctrl: '⌃',
    Control: '⌃',
    Alt: '⌥',
    Option: '⌥',
    Shift: '⇧',
  }
  return accelerator
    .split('+')
    .map((part) => signs[part] ?? part)
    .join(' ')
}
