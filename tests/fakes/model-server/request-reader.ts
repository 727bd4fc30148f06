export interface ParsedRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: { readonly [name: string]: string }
  /** As sent, name and value in turn, in order. */
  readonly rawHeaders: readonly string[]
  readonly body: string
}

export interface RequestReader {
  push(bytes: Buffer): void
  /** The next whole request, if it is there. */
  take(): ParsedRequest | null
}

/** Requests from the bytes of one connection. Bodies need `content-length`, which is what our clients send. */
export function createRequestReader(): RequestReader {
  let buffered = Buffer.alloc(0)
  return {
    push(bytes) {
      buffered = Buffer.concat([buffered, bytes])
    },
    take() {
      const headEnd = buffered.indexOf('\r\n\r\n')
      if (headEnd === -1) return null
      const [requestLine = '', ...lines] = buffered.toString('latin1', 0, headEnd).split('\r\n')
      const rawHeaders = lines.flatMap((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon), line.slice(colon + 1).trim()]
      })
      const headers = lowerCased(rawHeaders)
      const bodyStart = headEnd + 4
      const bodyEnd = bodyStart + Number(headers['content-length'] ?? 0)
      if (buffered.length < bodyEnd) return null
      const body = buffered.toString('utf8', bodyStart, bodyEnd)
      buffered = buffered.subarray(bodyEnd)
      const [method = '', path = ''] = requestLine.split(' ')
      return { method, path, headers, rawHeaders, body }
    },
  }
}

function lowerCased(rawHeaders: readonly string[]): { readonly [name: string]: string } {
  const headers: { [name: string]: string } = {}
  for (let index = 0; index < rawHeaders.length; index += 2)
    headers[(rawHeaders[index] ?? '').toLowerCase()] = rawHeaders[index + 1] ?? ''
  return headers
}
