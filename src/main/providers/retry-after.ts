/** Longer than this is no wait but a mistake; timers cannot hold much more. */
const longestWait = 24 * 60 * 60 * 1000

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, or `retry-after` in seconds or as
 * a date. Undefined when it does not ask.
 */
export function retryAfter(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const milliseconds = amount(headers.get('retry-after-ms'))
  if (milliseconds !== undefined) return bounded(milliseconds)
  const header = headers.get('retry-after')
  const seconds = amount(header)
  if (seconds !== undefined) return bounded(seconds * 1000)
  const date = header === null ? Number.NaN : Date.parse(header)
  return Number.isNaN(date) ? undefined : bounded(date - now)
}

function amount(header: string | null): number | undefined {
  return header !== null && /^\s*\d+(\.\d+)?\s*$/.test(header) ? Number(header) : undefined
}

function bounded(milliseconds: number): number {
  return Math.ceil(Math.min(Math.max(milliseconds, 0), longestWait))
}
