import type { Token } from 'markdown-it'

export function attribute(token: Token, name: string): string | undefined {
  return token.attrs?.find(([key]) => key === name)?.[1].toString()
}

const leaves = new Set(['inline', 'fence', 'plain_text'])

/** The last token that holds text or code: more text would go there. */
export function lastLeaf(tokens: readonly Token[]): Token | undefined {
  return tokens.findLast(({ type }) => leaves.has(type))
}
