type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'metaKey'>

/** Where a key takes a view that scrolls; null for one that does not take it up or to its end. */
export function scrollOf(pressed: Key): 'up' | 'to-start' | 'to-end' | null {
  const { key, shiftKey, altKey, metaKey } = pressed
  // With the shift key they select.
  const isAlone = !shiftKey && !altKey
  if (isAlone && (key === 'Home' || (key === 'ArrowUp' && metaKey))) return 'to-start'
  if (isAlone && (key === 'End' || (key === 'ArrowDown' && metaKey))) return 'to-end'
  const isUp = ['ArrowUp', 'PageUp', 'Home'].includes(key) || (key === ' ' && shiftKey)
  return isUp ? 'up' : null
}
