/** Whether an address leads to this computer. */
export function isLocalAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(
    new URL(address).hostname,
  )
}
