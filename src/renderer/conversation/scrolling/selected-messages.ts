import { messageOf } from './message-of'

/** The messages that a selection touches, by index, both included. */
export interface SelectedMessages {
  readonly from: number
  readonly to: number
}

/**
 * Which messages are selected, also those that are not mounted between its ends. Null where nothing
 * of the conversation is.
 *
 * @param content holds the messages, and the gaps where others are, as its children
 */
export function selectedMessages(
  selection: Selection | null,
  content: Element,
  indexOf: (messageId: string) => number,
  count: number,
): SelectedMessages | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (count === 0 || !range.intersectsNode(content)) return null
  const from = startIndex(range, content, indexOf)
  const to = endIndex(range, content, indexOf, count)
  return from === -1 || to === -1 || from > to ? null : { from, to }
}

function startIndex(range: Range, content: Element, indexOf: (id: string) => number): number {
  const { startContainer: node, startOffset: offset } = range
  if (!content.contains(node)) return 0
  const child = childOf(content, node, offset)
  const id = messageOf(child)
  if (id !== null) return indexOf(id)
  // In a gap: everything below the message above it.
  const above = nearest(child, 'previousElementSibling')
  return above === null ? 0 : indexOf(above) + 1
}

function endIndex(
  range: Range,
  content: Element,
  indexOf: (id: string) => number,
  count: number,
): number {
  const { endContainer: node, endOffset: offset } = range
  if (!content.contains(node)) return count - 1
  const child = childOf(content, node, offset - 1)
  const id = messageOf(child)
  if (id !== null) return indexOf(id)
  const below = nearest(child, 'nextElementSibling')
  return below === null ? count - 1 : indexOf(below) - 1
}

/** The child that a place is in; null behind the last. */
function childOf(content: Element, node: Node, offset: number): Element | null {
  if (node === content) return content.children[Math.max(0, offset)] ?? null
  let child: Node = node
  while (child.parentNode !== null && child.parentNode !== content) child = child.parentNode
  return child instanceof Element ? child : null
}

/** The next message in a direction; null where there is none. */
function nearest(
  child: Element | null,
  direction: 'previousElementSibling' | 'nextElementSibling',
): string | null {
  for (let each = child; each !== null; each = each[direction]) {
    const id = messageOf(each)
    if (id !== null) return id
  }
  return null
}
