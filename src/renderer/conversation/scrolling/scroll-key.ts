type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'metaKey'>

const upwards: readonly string[] = ['ArrowUp', 'PageUp', 'Home']

/** Where a key takes a view that scrolls; null for one that does not take it up or to its end. */
export function scrollOf({ key, shiftKey, altKey, metaKey }: Key): 'up' | 'to-end' | null {
  if (upwards.includes(key) || (key === ' ' && shiftKey)) return 'up'
  // With the shift key they select.
  if (shiftKey || altKey) return null
  return key === 'End' || (key === 'ArrowDown' && metaKey) ? 'to-end' : null
}
