import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** What only one place of the app may touch. Tests may touch all of it. */
const doors: readonly (readonly [thing: string, mention: RegExp, door: string])[] = [
  ['openai', imported('openai'), 'main/providers/'],
  ['undici', imported('undici'), 'main/network/'],
  ['keytar', imported('keytar'), 'main/keys/keychain.ts'],
  ['SQLite', imported('@photostructure/sqlite'), 'main/history/'],
  ['electron-store', imported('electron-store'), 'main/settings/'],
  ['electron-log', imported('electron-log'), 'main/diagnostics/'],
  ['KaTeX', imported('katex'), 'renderer/painting/math/'],
  ['Mermaid', imported('mermaid'), 'renderer/painting/diagrams/frame/'],
  [
    'what preload gives the window',
    /^(?!\s*\/?\*).*\bwindow\.rivulet\b/m,
    'renderer/bridge/window-client.ts',
  ],
]

const sources = await readSources(join(import.meta.dirname, '../../../src'))

describe.each(doors)('%s', (_thing, mention, door) => {
  const touching = [...sources].filter(([, text]) => mention.test(text)).map(([path]) => path)

  test('is touched behind its door', () => {
    expect(touching.filter((path) => path.startsWith(door))).not.toEqual([])
  })

  test('is touched nowhere else', () => {
    expect(touching.filter((path) => !path.startsWith(door))).toEqual([])
  })
})

test('markdown-it is an oracle of tests: the app has its own parser', () => {
  const mention = imported('markdown-it')
  expect([...sources].filter(([, text]) => mention.test(text))).toEqual([])
})

/** Imports of a package or of a module in it, also those that load it later or take only types. */
function imported(name: string): RegExp {
  return new RegExp(`(?:\\bfrom|\\bimport|\\brequire)\\s*\\(?\\s*['"]${name}(?:/[^'"]*)?['"]`)
}

async function readSources(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const texts = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const inside = path.slice(folder.length + 1).replaceAll('\\', '/')
      return [inside, await readFile(path, 'utf8')] as const
    })
  return new Map(await Promise.all(texts))
}
