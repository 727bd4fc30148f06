/** Where a link of an answer may lead, and what the user is shown of it; null when it may not be opened. */
export function describeLink(
  address: string,
): { readonly url: string; readonly target: string } | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'mailto:') return { url: url.href, target: url.pathname }
  // `host` is in ASCII, so a look-alike in another script shows as what it is.
  if (url.protocol === 'https:' && url.username === '' && url.password === '') {
    return { url: url.href, target: url.host }
  }
  return null
}
