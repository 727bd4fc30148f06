const lineHeight = 24
/** Of the text font at 15 px, over many languages. */
const characterWidth = 7.2
/** What stands around the words: the line of actions, and the space to the next message. */
const around = { user: 48, assistant: 70 } as const

/** How high a message probably is that was never drawn, in CSS pixels; `width` is the column's. */
export function estimatedHeight(
  role: 'user' | 'assistant',
  textLength: number,
  width: number,
): number {
  const share = role === 'user' ? 0.8 : 1
  const lines = Math.max(1, Math.ceil((textLength * characterWidth) / Math.max(1, width * share)))
  return around[role] + lines * lineHeight
}
