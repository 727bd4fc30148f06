import { join, normalize, sep } from 'node:path'

export const scheme = 'rivulet'
const host = 'app'
/** Where all pages of ours live; a custom scheme, because `file://` may read the whole disk. */
export const appOrigin = `${scheme}://${host}`

/** The file that an address of ours names; null when it leads out of the folder or is not ours. */
export function fileFor(address: string, folder: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== `${scheme}:` || url.host !== host) return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = normalize(join(folder, path))
  return file.startsWith(normalize(folder) + sep) ? file : null
}

/** Whether the renderer may load an address at all. */
export function mayLoad(address: string): boolean {
  return (
    address.startsWith(`${appOrigin}/`) ||
    address.startsWith('data:') ||
    address.startsWith('devtools:')
  )
}
