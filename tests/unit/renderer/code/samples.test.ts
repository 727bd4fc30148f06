import { describe, expect, test } from 'vitest'
import { highlightLines } from '../../../../src/renderer/painting/code/highlight-lines'
import { loadLanguage } from '../../../../src/renderer/painting/code/load-language'
import { samples } from './samples'

const classes = ['key', 'str', 'num', 'com', 'fn', 'ins', 'del'] as const

async function piecesOf(language: string, code: string) {
  const lines = code.split('\n')
  return highlightLines(await loadLanguage(language), lines).lines.flatMap(({ pieces }) => pieces)
}

describe.each(samples)('$language', (sample) => {
  test('keywords, texts, numbers, comments and names are told apart', async () => {
    const pieces = await piecesOf(sample.language, sample.code)
    const found = pieces.map(({ text, tokenClass }) => `${tokenClass}: ${text}`)
    for (const tokenClass of classes) {
      for (const text of sample[tokenClass] ?? []) expect(found).toContain(`${tokenClass}: ${text}`)
    }
    for (const word of sample.plain ?? []) {
      const plain = pieces.filter(({ tokenClass }) => tokenClass === null)
      expect(plain.some(({ text }) => text.includes(word))).toBe(true)
    }
  })
})

/** After one odd line the last line looks as it does alone. */
const recoveries: readonly (readonly [string, string, string])[] = [
  ['a text without its end', 'js', "const a = 'it\nconst b = 1"],
  ['an apostrophe in an element', 'tsx', "const a = <p>Don't</p>\nconst b = 'x'"],
  ['an element without its end', 'tsx', "const a = <p>one\nconst b = 'x'"],
  ['a tag without its end', 'tsx', "const a = <p title=\nexport const b = 'x'"],
  ['a comparison like an element', 'tsx', "if (a <b && c> d) e()\nconst b = 'x'"],
  ['a generic arrow', 'tsx', "const f = <T,>(x: T) => x\nconst b = 'x'"],
  ['a type assertion', 'ts', "const f = <Foo>bar\nconst b = 'x'"],
  ['a lone slash', 'js', "const a = ) / 2 + '/'\nconst b = 'x'"],
  ['a slash in a class of a pattern', 'js', "a = /[/'`]/.test(b)\nconst b = 'x'"],
  ['a script without its end', 'html', '<script>\nconst a = `x\n</script>\n<p class="x">'],
  ['a tag that another interrupts', 'html', '<p class=\n<b class="x">'],
  ['a string that is never closed', 'json', '{"a": "b\n"c": 1'],
  ['a bracket that is never closed', 'yaml', 'a: [1, 2\nb: true'],
  ['a brace that is never closed', 'java', 'if (a) {{{ ("\nint f() { return 1; }'],
  ['a quote in prose', 'python', "it's\nx = f('a')"],
]

test.each(recoveries)('%s spoils no more than its line (%s)', async (_, language, code) => {
  const lines = code.split('\n')
  const loaded = await loadLanguage(language)
  const last = highlightLines(loaded, lines).lines.at(-1)
  expect(last?.pieces.some(({ tokenClass }) => tokenClass !== null)).toBe(true)
  expect(last).toEqual(highlightLines(loaded, lines.slice(-1)).lines[0])
})
