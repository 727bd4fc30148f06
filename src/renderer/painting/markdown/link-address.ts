/** The kinds of address that make a link of a text at all; anything else is the text it is. */
const kinds = /^(?:https?|mailto|data):/i

export function isAddress(address: string): boolean {
  return address === '' || kinds.test(address)
}

/** The address a link may lead to, or null when it is of a kind that main never opens. */
export function linkAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, username, password, href } = new URL(address)
  if (protocol === 'mailto:') return href
  return protocol === 'https:' && username === '' && password === '' ? href : null
}
