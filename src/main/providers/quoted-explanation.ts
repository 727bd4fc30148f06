const longestQuote = 240
const shortestLeak = 8
const shortestEcho = 24
const redacted = '[removed]'

/** What must not be in a failure. */
export interface Secrets {
  readonly key: string | null
  /** Texts of the user, which servers like to send back. */
  readonly texts: readonly string[]
}

/**
 * The server's own explanation, fit to be shown and logged: short, plain, without anything that looks
 * like a key and without the user's text. Empty when nothing fit is left.
 */
export function quotedExplanation(message: string, { key, texts }: Secrets): string {
  const plain = message.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim()
  if (plain === '' || plain.length > longestQuote || /<[a-z!/]/i.test(plain)) return ''
  if (echoes(plain, texts)) return ''
  return plain
    .replace(/\bBearer\s+\S+/gi, redacted)
    .split(' ')
    .map((word) =>
      looksLikeKey(word) || (key !== null && sharesWith(word, key)) ? redacted : word,
    )
    .join(' ')
}

function looksLikeKey(word: string): boolean {
  if (/\*{2,}/.test(word)) return true
  if (/(?:^|[^a-z])(?:sk|pk|rk|gsk|xai|hf|key|api)[-_][\w-]{6,}/i.test(word)) return true
  return (word.match(/\w{20,}/g) ?? []).some((run) => /\d/.test(run) && /[a-z]/i.test(run))
}

function sharesWith(word: string, key: string): boolean {
  if (key.length <= shortestLeak) return word.includes(key)
  for (let start = 0; start + shortestLeak <= key.length; start += 1)
    if (word.includes(key.slice(start, start + shortestLeak))) return true
  return false
}

function echoes(message: string, texts: readonly string[]): boolean {
  const plainTexts = texts.map((text) => text.replace(/[\p{C}\p{Z}\s]+/gu, ' '))
  for (let start = 0; start + shortestEcho <= message.length; start += 1) {
    const piece = message.slice(start, start + shortestEcho)
    if (plainTexts.some((text) => text.includes(piece))) return true
  }
  return plainTexts.some((text) => text.trim().length >= 4 && message.includes(text.trim()))
}
