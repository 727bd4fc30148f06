import type { Drafts } from './drafts'

/** Sends a question out of its draft, or from elsewhere. One that is refused becomes the draft again. */
export async function submitQuestion(
  drafts: Drafts,
  conversationId: string,
  question: string,
  send: (conversationId: string, question: string) => Promise<boolean>,
): Promise<void> {
  if (question.trim() === '') return
  if (drafts.read(conversationId) === question) drafts.write(conversationId, '')
  let taken = false
  try {
    taken = await send(conversationId, question)
  } finally {
    if (!taken) drafts.write(conversationId, withRefused(question, drafts.read(conversationId)))
  }
}

/** A refused question and, behind it, what was written since it was sent. */
export function withRefused(question: string, since: string): string {
  return since === '' || since === question ? question : `${question}\n\n${since}`
}
