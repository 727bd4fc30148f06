import { join, normalize, sep } from 'node:path'

export const scheme = 'rivulet'
const appHost = 'app'
/** Where all pages of ours live; a custom scheme, because `file://` may read the whole disk. */
export const appOrigin = `${scheme}://${appHost}`

/** Where the code of others draws diagrams: another site, so that Chromium gives it another process. */
const diagramsHost = 'diagrams'
const diagramsOrigin = `${scheme}://${diagramsHost}`
/** The one page that one of ours may show in a frame. */
export const diagramsPage = `${diagramsOrigin}/diagram.html`
/** The scripts of that page. */
export const diagramsScripts = `${diagramsOrigin}/assets/`

/** What an address of ours names: a file, and for whom it is. */
export interface AppFile {
  readonly path: string
  readonly reader: 'app' | 'diagrams'
}

/** The file that an address of ours names; null when it leads out of the folder or is not ours. */
export function fileFor(address: string, folder: string): AppFile | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (url.protocol !== `${scheme}:`) return null
  let path: string
  try {
    path = decodeURIComponent(url.pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = normalize(join(folder, path))
  if (!file.startsWith(normalize(folder) + sep)) return null
  const isDiagramsPage = file === join(folder, 'diagram.html')
  if (url.host === appHost) return isDiagramsPage ? null : { path: file, reader: 'app' }
  if (url.host !== diagramsHost) return null
  const isScript = file.startsWith(join(folder, 'assets') + sep) && file.endsWith('.js')
  return isDiagramsPage || isScript ? { path: file, reader: 'diagrams' } : null
}

/** Whether a page of ours, or a frame in it, may load an address at all. */
export function mayLoad(address: string): boolean {
  return (
    address.startsWith(`${appOrigin}/`) ||
    address.startsWith(`${diagramsOrigin}/`) ||
    address.startsWith('data:') ||
    address.startsWith('devtools:')
  )
}

/** Whether a frame inside of a page may go to an address: there is one, and it stays where it is. */
export function mayShowInFrame(address: string): boolean {
  return address === diagramsPage
}
