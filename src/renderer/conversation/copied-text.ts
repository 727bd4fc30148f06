import type { PathStep } from '../../shared/conversation/message-tree'
import type { Answer } from '../../shared/stream/reduce-answer'

/** What was said in a message, as it was written. `current` gives an answer as it is known now. */
export function sourceOf(
  { message }: PathStep,
  current: (answerId: string) => Answer | undefined,
): string {
  return message.role === 'user' ? message.text : (current(message.id) ?? message.answer).text
}

/**
 * The text of messages that follow each other, of which the first and the last may be selected only
 * in part; undefined for an end that is selected whole.
 */
export function copiedText(
  sources: readonly string[],
  firstPart: string | undefined,
  lastPart: string | undefined,
): string {
  return sources
    .map((source, index) => {
      const part = index === 0 ? firstPart : index === sources.length - 1 ? lastPart : undefined
      return (part ?? source).trim()
    })
    .filter((text) => text !== '')
    .join('\n\n')
}
