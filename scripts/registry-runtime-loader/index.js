// Stands where Electron's own default app stands: without it `electron PATH` exits silently.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))

if (given === undefined) {
  console.error('This Electron runtime runs the folder it is given: electron PATH')
  app.exit(1)
} else {
  const folder = resolve(given)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = manifest.productName ?? manifest.name

  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  app.setName(name)
  // What Electron's own default app calls too, though the published types leave it out.
  const unpublished =
    /** @type {typeof app & Record<'setVersion' | 'setAppPath', (value: string) => void>} */ (app)
  unpublished.setVersion(manifest.version)
  unpublished.setAppPath(folder)
  app.setDesktopName(manifest.desktopName ?? `${manifest.name}.desktop`)
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', join(app.getPath('appData'), name))
  }

  // `ready` waits for this module to be evaluated, so what the app does before `ready` has to be
  // awaited here. It follows that the app must not await `ready` at its own top level.
  await import(pathToFileURL(join(folder, manifest.main)).href)
}
