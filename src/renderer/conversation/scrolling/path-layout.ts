import type { PathStep } from '../../../shared/conversation/message-tree'
import { estimatedHeight } from './estimated-height'
import { createMessageLayout, type MessageLayout } from './message-layout'

/**
 * Where the messages of a path stand, by the heights that were measured, else by estimates.
 *
 * @param earlier how many messages before the path are not here yet: they get the average height
 * @param width of the column, in CSS pixels
 */
export function layoutOf(
  path: readonly PathStep[],
  earlier: number,
  heights: ReadonlyMap<string, number>,
  width: number,
): MessageLayout {
  const ids = path.map(({ message }) => message.id)
  const heightOf = (index: number): number => {
    const message = path[index]?.message
    if (message === undefined) return 0
    const length = message.role === 'user' ? message.text.length : message.answer.text.length
    return heights.get(message.id) ?? estimatedHeight(message.role, length, width)
  }
  const all = ids.reduce((sum, _id, index) => sum + heightOf(index), 0)
  return createMessageLayout(ids, heightOf, ids.length === 0 ? 0 : (earlier * all) / ids.length)
}
