import { parseJson } from './parse-json'

const sizeLimit = 8 * 1024 * 1024

export type JsonBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'web-page' | 'no-completion' | 'too-large' }

/** Reads a body whole, within a limit, and as JSON whatever type it claims to be. */
export async function readJsonBody(response: Response): Promise<JsonBody> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (let read = await reader?.read(); read?.done === false; read = await reader?.read()) {
      text += decoder.decode(read.value, { stream: true })
      if (text.length > sizeLimit) return { kind: 'too-large' }
    }
  } finally {
    reader?.cancel().catch(() => {})
  }
  if (text.trimStart().startsWith('<')) return { kind: 'web-page' }
  const value = parseJson(text)
  return value === undefined ? { kind: 'no-completion' } : { kind: 'json', value }
}
