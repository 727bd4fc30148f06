const allowed = new Set(['http:', 'https:', 'mailto:'])

/** The address a link may lead to, or null when it is of a kind that is never followed. */
export function linkAddress(address: string): string | null {
  try {
    const parsed = new URL(address)
    return allowed.has(parsed.protocol) ? parsed.href : null
  } catch {
    return null
  }
}
