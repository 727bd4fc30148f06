/** What was typed and not sent, by conversation. It survives going elsewhere and coming back. */
export interface Drafts {
  readonly read: (conversationId: string) => string
  readonly write: (conversationId: string, text: string) => void
}

export function createDrafts(): Drafts {
  const texts = new Map<string, string>()
  return {
    read: (conversationId) => texts.get(conversationId) ?? '',
    write(conversationId, text) {
      if (text === '') texts.delete(conversationId)
      else texts.set(conversationId, text)
    },
  }
}
