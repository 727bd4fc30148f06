/** An identifier that says whose it is and is not taken. */
export function newProviderId(name: string): string {
  const word = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  return `${word === '' ? 'provider' : word}-${crypto.randomUUID().slice(0, 8)}`
}
