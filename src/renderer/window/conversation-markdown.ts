import type { PathStep } from '../../shared/conversation/message-tree'
import type { Answer } from '../../shared/stream/reduce-answer'
import { modelName } from '../conversation/model-name'

/** The shown branch as a Markdown document. `current` gives an answer as far as it is known now. */
export function conversationMarkdown(
  title: string,
  path: readonly PathStep[],
  current: (answerId: string) => Answer | undefined,
): string {
  const parts = path.map(({ message }) => {
    if (message.role === 'user') return `## You\n\n${message.text.trim()}`
    const answer = current(message.id) ?? message.answer
    return `## Assistant, ${modelName(answer.model)}\n\n${answer.text.trim()}`
  })
  return `${[`# ${title}`, ...parts].join('\n\n')}\n`
}
