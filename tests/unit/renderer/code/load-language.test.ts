import { describe, expect, test } from 'vitest'
import { fenceInfo } from '../../../../src/renderer/painting/code/fence-info'
import { type Language, languageOf } from '../../../../src/renderer/painting/code/language'
import { LanguageShelf } from '../../../../src/renderer/painting/code/language-shelf'
import { languageEntry, languageWords } from '../../../../src/renderer/painting/code/language-table'
import {
  loadedLanguage,
  loadLanguage,
  preloadLanguages,
} from '../../../../src/renderer/painting/code/load-language'

const asked =
  'ts tsx typescript js jsx mjs javascript json jsonc py python rb ruby go rust rs java kotlin ' +
  'swift c cpp c++ objc cs csharp php sh bash zsh console shell-session powershell ps1 sql html ' +
  'xml svg vue svelte css scss less yaml yml toml ini dockerfile makefile nginx diff patch lua r ' +
  'julia perl haskell scala clojure elixir erlang dart groovy graphql proto cmake tex latex vb ' +
  'matlab verilog wasm markdown md http csv'

test.each(asked.split(' '))('%s after a fence is a language with colours', async (word) => {
  expect(await loadLanguage(word)).not.toBeNull()
})

test.each(languageWords)('%s loads what its entry promises', async (word) => {
  const language = await loadLanguage(word)
  expect(language === null).toBe(languageEntry(word)?.load === null)
  if (language !== null) expect(language.parser.token).toBeTypeOf('function')
})

describe('loading', () => {
  const language = languageOf({ token: () => null })
  const shelfWith = (load: () => Promise<Language>) => {
    const entry = { name: 'Test', load }
    return new LanguageShelf((word) => (word.startsWith('t') ? entry : undefined))
  }

  test('happens once, and is remembered under all names', async () => {
    let loads = 0
    const shelf = shelfWith(async () => {
      loads += 1
      return language
    })
    expect(shelf.loaded('test')).toBeNull()
    expect(await Promise.all([shelf.load('test'), shelf.load('t')])).toEqual([language, language])
    expect(await shelf.load('tt')).toBe(language)
    expect(shelf.loaded('t')).toBe(language)
    expect(loads).toBe(1)
  })

  test('is told to whoever listens, until they stop', async () => {
    const shelf = shelfWith(async () => language)
    const heard: (Language | null)[] = []
    const left: string[] = []
    shelf.onLoaded(() => heard.push(shelf.loaded('t')))
    shelf.onLoaded(() => left.push('heard'))()
    await shelf.load('t')
    await shelf.load('t')
    expect(heard).toEqual([language])
    expect(left).toEqual([])
  })

  test('that fails leaves the code plain, and is tried again by the next', async () => {
    let loads = 0
    const shelf = shelfWith(async () => {
      loads += 1
      if (loads === 1) throw new TypeError('Failed to fetch dynamically imported module')
      return language
    })
    expect(await shelf.load('t')).toBeNull()
    expect(shelf.loaded('t')).toBeNull()
    expect(await shelf.load('t')).toBe(language)
  })

  test.each(['klingon', '', 'constructor', 'text'])('%j is plain', async (word) => {
    expect(await loadLanguage(word)).toBeNull()
    expect(loadedLanguage(word)).toBeNull()
  })

  test('before anybody asks the most common are loaded', async () => {
    await preloadLanguages()
    for (const word of ['typescript', 'py', 'sh', 'json']) {
      expect(loadedLanguage(word)).not.toBeNull()
    }
  })
})

test.each([
  ['ts', { language: 'ts', name: 'TypeScript', details: [] }],
  ['ts title="x y"', { language: 'ts', name: 'TypeScript', details: ['title="x', 'y"'] }],
  ['TypeScript:src/x.ts', { language: 'typescript', name: 'TypeScript', details: ['src/x.ts'] }],
  ['{.python .numbered}', { language: 'python', name: 'Python', details: ['.numbered}'] }],
  ['c++', { language: 'c++', name: 'C++', details: [] }],
  ['.PY', { language: 'py', name: 'Python', details: [] }],
  ['{.mermaid}', { language: 'mermaid', name: 'Mermaid', details: [] }],
  ['Dockerfile.dev', { language: 'dockerfile', name: 'Dockerfile', details: ['.dev'] }],
  ['math.py', { language: '', name: 'math.py', details: [] }],
  ['klingon', { language: '', name: 'klingon', details: [] }],
  ['', { language: '', name: '', details: [] }],
])('the fence %s is read', (info, expected) => {
  expect(fenceInfo(info)).toEqual(expected)
})
