import { extname } from 'node:path'
import type { AppFile } from './app-address'
import { contentPolicy, diagramsPolicy } from './content-policy'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** What a file of ours is sent with; null for a kind of file that no page of ours has. */
export function responseHeaders({
  path,
  reader,
}: AppFile): Readonly<Record<string, string>> | null {
  const contentType = contentTypes[extname(path)]
  if (contentType === undefined) return null
  const forAll = {
    'Content-Type': contentType,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
  return reader === 'app'
    ? {
        ...forAll,
        'Content-Security-Policy': contentPolicy,
        'Cross-Origin-Opener-Policy': 'same-origin',
      }
    : {
        ...forAll,
        'Content-Security-Policy': diagramsPolicy,
        // A module script is asked for with CORS, and who has no origin asks as "null".
        'Access-Control-Allow-Origin': 'null',
      }
}
