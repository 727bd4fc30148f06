import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')

export interface BuiltScript {
  readonly path: string
  remove(): void
}

/** Builds a TypeScript file to one that Node runs by itself, in a thread or a process of its own. */
export async function buildScript(source: string): Promise<BuiltScript> {
  const folder = mkdtempSync(join(tmpdir(), 'rivulet-script-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const name = basename(source, '.ts')
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        outDir: folder,
        target: 'node20',
        rollupOptions: { input: { [name]: source }, output: { entryFileNames: '[name].mjs' } },
      },
    })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
    return { path: join(folder, `${name}.mjs`), remove }
  } catch (error) {
    remove()
    throw error
  }
}
