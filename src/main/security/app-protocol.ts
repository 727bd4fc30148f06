import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol, type Session } from 'electron'
import { fileFor, scheme } from './app-address'
import { contentPolicy } from './content-policy'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Serves the built renderer, and nothing outside of its folder, under `rivulet://app/`. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const file = fileFor(request.url, folder)
    const contentType = file === null ? undefined : contentTypes[extname(file)]
    if (request.method !== 'GET' || file === null || contentType === undefined) {
      return new Response(null, { status: 404 })
    }
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'Content-Type': contentType,
          'Content-Security-Policy': contentPolicy,
          'X-Content-Type-Options': 'nosniff',
          'Referrer-Policy': 'no-referrer',
          'Cross-Origin-Opener-Policy': 'same-origin',
        },
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
