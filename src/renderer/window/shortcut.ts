import type { DesktopStatus } from '../../shared/ipc/contract'
import type { Settings } from '../../shared/settings/settings'

export type Platform = DesktopStatus['platform']

export type ShortcutName =
  | 'new-conversation'
  | 'find-in-conversation'
  | 'focus-search'
  | 'open-settings'
  | 'back'
  | 'forward'
  | 'copy-last-answer'
  | 'show-shortcuts'

interface Shortcut {
  readonly name: ShortcutName
  readonly what: string
  /** As written by people: `Mod` is ⌘ on macOS and Ctrl elsewhere. */
  readonly keys: string
}

export const shortcuts: readonly Shortcut[] = [
  { name: 'new-conversation', what: 'New conversation', keys: 'Mod+N' },
  { name: 'find-in-conversation', what: 'Find in this conversation', keys: 'Mod+F' },
  { name: 'focus-search', what: 'Search conversations', keys: 'Mod+Shift+F' },
  { name: 'back', what: 'Conversation visited before', keys: 'Mod+[' },
  { name: 'forward', what: 'Conversation visited after', keys: 'Mod+]' },
  { name: 'copy-last-answer', what: 'Copy the last answer', keys: 'Mod+Shift+C' },
  { name: 'open-settings', what: 'Settings', keys: 'Mod+,' },
  { name: 'show-shortcuts', what: 'This list', keys: '?' },
]

export interface PressedShortcut {
  readonly key: string
  readonly code: string
  readonly shiftKey: boolean
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

/** Which shortcut a key press is; null for none. `typing`: the focus is in a text field. */
export function shortcutOf(
  pressed: PressedShortcut,
  platform: Platform,
  typing: boolean,
): ShortcutName | null {
  const modifier = platform === 'darwin' ? pressed.metaKey : pressed.ctrlKey
  const otherModifier = platform === 'darwin' ? pressed.ctrlKey : pressed.metaKey
  if (pressed.altKey || otherModifier) return null
  if (!modifier) return pressed.key === '?' && !typing ? 'show-shortcuts' : null
  const found = shortcuts.find(({ keys }) => {
    const parts = keys.split('+')
    const wantsShift = parts.includes('Shift')
    return (
      parts[0] === 'Mod' && wantsShift === pressed.shiftKey && isKey(pressed, parts.at(-1) ?? '')
    )
  })
  return found?.name ?? null
}

/** Brackets are on other keys elsewhere: there the place of the key counts. */
function isKey({ key, code }: PressedShortcut, wanted: string): boolean {
  const places: Readonly<Record<string, string>> = { '[': 'BracketLeft', ']': 'BracketRight' }
  return key.toUpperCase() === wanted || code === places[wanted]
}

/** `Mod+Shift+F` as the platform writes it. */
export function shortcutLabel(keys: string, platform: Platform): string {
  const parts = keys.split('+')
  if (platform !== 'darwin') return parts.join('+').replace('Mod', 'Ctrl')
  const signs: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '⏎' }
  return parts.map((part) => signs[part] ?? part).join('')
}

/** Said in the composer: what Enter alone does not do. */
export function sendHint(sendKey: Settings['sendKey'], platform: Platform): string {
  return sendKey === 'enter'
    ? `${shortcutLabel('Shift+Enter', platform)} for a new line`
    : `${shortcutLabel('Mod+Enter', platform)} to send`
}

export function labelOf(name: ShortcutName, platform: Platform): string {
  return shortcutLabel(shortcuts.find((each) => each.name === name)?.keys ?? '', platform)
}
