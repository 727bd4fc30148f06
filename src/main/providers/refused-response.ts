/** A response that is no success, with as much of its body as is worth reading. */
export class RefusedResponse extends Error {
  override readonly name = 'RefusedResponse'

  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly body: string,
  ) {
    super('The server refused the request')
  }
}

/** The refusal in an error or among its causes; the package wraps what its `fetch` throws. */
export function refusalIn(error: unknown): RefusedResponse | null {
  let current = error
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    if (current instanceof RefusedResponse) return current
    current = current.cause
  }
  return null
}
