const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const unitMilliseconds: Readonly<Record<string, number>> = {
  d: day,
  h: hour,
  m: minute,
  s: 1000,
  ms: 1,
  us: 0.001,
  µs: 0.001,
  ns: 0.000_001,
}

/** Numbers from here on are a time and not a wait: seconds since 2001, milliseconds since 1970-04. */
const firstEpochSeconds = 1e9
const firstEpochMilliseconds = 1e11

/** A clock that is further off than this is corrected; less may be the way of the response. */
const toleratedSkew = 5000

/**
 * When a limit is reset, in milliseconds since the epoch by our clock, from what servers send: a
 * duration (`1h2m3.5s`), seconds, seconds or milliseconds since the epoch, or a date. Null for
 * anything else, and for what is more than a day away.
 * @param serverDate the `date` header, by which a time is corrected where the clocks differ
 */
export function resetTime(
  header: string | null,
  serverDate: string | null,
  now: number,
): number | null {
  const text = header?.trim() ?? ''
  const wait = durationIn(text)
  if (wait !== null) return bounded(now + wait, now)
  const time = timeIn(text)
  if (time === null) return null
  const skew = now - Date.parse(serverDate ?? '')
  return bounded(Math.abs(skew) > toleratedSkew ? time + skew : time, now)
}

function durationIn(text: string): number | null {
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Number(text) * 1000
  if (!/^(\d+(\.\d+)?(ms|us|µs|ns|[dhms]))+$/.test(text)) return null
  let sum = 0
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|us|µs|ns|[dhms])/g))
    sum += Number(amount) * (unitMilliseconds[unit ?? ''] ?? 0)
  return sum
}

function timeIn(text: string): number | null {
  if (/^\d{1,16}(\.\d+)?$/.test(text)) {
    const number = Number(text)
    if (number >= firstEpochMilliseconds) return number
    return number >= firstEpochSeconds ? number * 1000 : null
  }
  // The engine reads a date into almost anything, "soon 1" included.
  if (!/^(\d{4}-\d\d-\d\d|[A-Z][a-z]{2},? )/.test(text)) return null
  const time = Date.parse(text)
  return Number.isNaN(time) ? null : time
}

/** What has passed by our clock is now; rounded up, since earlier would be refused. */
function bounded(time: number, now: number): number | null {
  return time > now + day ? null : Math.ceil(Math.max(time, now))
}
