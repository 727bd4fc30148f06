/** Where a link of an answer may lead, and what the user is shown of it; null when it may not be opened. */
export function describeLink(
  address: string,
): { readonly url: string; readonly target: string } | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol === 'mailto:') return { url: mailAddress(url), target: url.pathname }
  // `host` is in ASCII, so a look-alike in another script shows as what it is.
  if (url.protocol === 'https:' && url.username === '' && url.password === '') {
    return { url: url.href, target: url.host }
  }
  return null
}

/** Not, for one, a file to be attached. */
const mailFields = new Set(['subject', 'body', 'cc', 'bcc'])

function mailAddress({ pathname, search }: URL): string {
  // By hand: `URLSearchParams` writes a space as a sign that mail programs take for a plus.
  const fields = search
    .slice(1)
    .split('&')
    .filter((field) => mailFields.has(field.split('=', 1)[0]?.toLowerCase() ?? ''))
  return `mailto:${pathname}${fields.length === 0 ? '' : `?${fields.join('&')}`}`
}
