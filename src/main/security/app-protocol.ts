import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { fileFor, scheme } from './app-address'
import { responseHeaders } from './response-headers'

/** Must be called before the app is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      // The frame that draws diagrams has no origin, so its modules come by way of CORS.
      privileges: { standard: true, secure: true, codeCache: true, corsEnabled: true },
    },
  ])
}

/** Serves the built renderer, and nothing outside of its folder, to our pages and their one frame. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(scheme, async (request) => {
    const file = fileFor(request.url, folder)
    const headers = file === null ? null : responseHeaders(file)
    if (request.method !== 'GET' || file === null || headers === null) {
      return new Response(null, { status: 404 })
    }
    try {
      return new Response(new Uint8Array(await readFile(file.path)), { headers })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
