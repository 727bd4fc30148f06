/** What a key belongs to: scheme, host and port. Null where the address has none. */
export function originOf(address: string): string | null {
  const origin = URL.canParse(address) ? new URL(address).origin : 'null'
  return origin === 'null' ? null : origin
}
