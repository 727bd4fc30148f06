/** A server to ask, with the key that it gets. Null: none is sent. */
export interface ModelServer {
  /** As the user knows it; used in failures. */
  readonly name: string
  readonly baseUrl: string
  readonly key: string | null
  /** Whether address and key are those of the environment. */
  readonly fromEnvironment?: boolean
}

/** The base URL without what users often paste along: spaces, a slash at the end, the path of the operation. */
export function tidyBaseUrl(baseUrl: string): string {
  return baseUrl
    .trim()
    .replace(/#.*$/, '')
    .replace(/\/+(?=\?|$)/, '')
    .replace(/\/(chat\/completions|responses)(?=\?|$)/, '')
}

/** Host and port, for sentences. The address as it stands when it cannot be read. */
export function hostOf(baseUrl: string): string {
  return parseUrl(baseUrl)?.host ?? 'the address that is set'
}

export function isLoopback(address: string): boolean {
  const hostname = parseUrl(address)?.hostname ?? ''
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** OpenAI itself refuses every request without a key; other servers decide. */
export function needsKey(baseUrl: string): boolean {
  const hostname = parseUrl(baseUrl)?.hostname ?? ''
  return hostname === 'api.openai.com' || hostname.endsWith('.api.openai.com')
}

/** A key that cannot stand in a header was pasted wrongly; sending it would throw, with the key in the message. */
export function canBeSent(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key)
}

function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
