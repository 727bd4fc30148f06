/** The message that a place in the document belongs to; null for none. */
export function messageOf(node: Node | null): string | null {
  const element = node instanceof Element ? node : (node?.parentElement ?? null)
  const message = element?.closest('[data-message]')
  return message?.getAttribute('data-message') ?? null
}

/** The element of a message that is mounted. */
export function elementOf(content: Element | null, messageId: string): HTMLElement | null {
  return content?.querySelector<HTMLElement>(`[data-message="${CSS.escape(messageId)}"]`) ?? null
}

/** The element with what was said in a message, without what stands around it. */
export function wordsOf(message: Element | null): Element | null {
  return message?.querySelector('.markdown, .question-text') ?? null
}
