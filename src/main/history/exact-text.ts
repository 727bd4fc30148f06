/**
 * SQLite's text ends at a NUL character and cannot hold half a surrogate pair, and a model may send
 * either. Such text is stored twice: readable for the search, and exact as UTF-16.
 */
export interface StorableText {
  readonly text: string
  /** UTF-16, little endian; null where `text` is exact. */
  readonly exact: Uint8Array | null
}

const notStorable = /[\0\p{Surrogate}]/u
const eachNotStorable = /[\0\p{Surrogate}]/gu

export function toStorable(text: string): StorableText {
  if (!notStorable.test(text)) return { text, exact: null }
  return { text: text.replace(eachNotStorable, '\ufffd'), exact: toUtf16(text) }
}

export function fromStorable(text: string, exact: Uint8Array | null): string {
  return exact === null ? text : fromUtf16(exact)
}

/** Text of which only the readable part is kept, such as a title. */
export function withoutUnstorable(text: string): string {
  return text.replace(eachNotStorable, '')
}

export function toUtf16(text: string): Uint8Array {
  return Buffer.from(text, 'utf16le')
}

export function fromUtf16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le')
}
