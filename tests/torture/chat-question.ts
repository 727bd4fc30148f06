import { z } from 'zod'

/** What a model is asked: the question, and how far its answer is already. */
export interface ChatQuestion {
  readonly text: string
  /** Empty when the answer is to begin. */
  readonly partial: string
}

const requestSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
})

/**
 * Reads a request for a chat completion as a model that continues exactly does. Whatever follows the
 * question that is no answer is an instruction about how to go on.
 */
export function readChatQuestion(
  body: unknown,
  isQuestion: (text: string) => boolean,
): ChatQuestion {
  const { messages } = requestSchema.parse(body)
  const place = messages.findLastIndex(
    ({ role, content }) => role === 'user' && isQuestion(content),
  )
  const after = messages.slice(place + 1)
  return {
    text: messages[place]?.content ?? '',
    partial: after.findLast(({ role }) => role === 'assistant')?.content ?? '',
  }
}
