type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'metaKey'>

/** Where a key takes a view that scrolls; null for one that does not take it up or to its end. */
export function scrollOf({
  key,
  shiftKey,
  altKey,
  metaKey,
}: Key): 'up' | 'to-start' | 'to-end' | null {
  if (key === ' ') return shiftKey ? 'up' : null
  // With the shift key they select.
  if (shiftKey) return null
  if (!altKey && (key === 'Home' || (key === 'ArrowUp' && metaKey))) return 'to-start'
  if (!altKey && (key === 'End' || (key === 'ArrowDown' && metaKey))) return 'to-end'
  return ['ArrowUp', 'PageUp', 'Home'].includes(key) ? 'up' : null
}
