import type { WindowMemory } from '../bridge/window-memory'

/** Where a window is when its page begins: where the page before it was, if there was one. */
export function placeAtStart(
  memory: WindowMemory,
  newId: () => string,
): {
  /** The conversation in which nothing was asked yet. */
  readonly blankId: string
  readonly shownId: string
} {
  const blankId = identifier(memory.read('blank')) ?? newId()
  return { blankId, shownId: identifier(memory.read('shown')) ?? blankId }
}

function identifier(value: string | null): string | null {
  return value !== null && /^[A-Za-z0-9-]{1,100}$/.test(value) ? value : null
}
