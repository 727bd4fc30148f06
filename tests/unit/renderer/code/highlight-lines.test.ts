import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Highlighted,
  highlightLines,
} from '../../../../src/renderer/painting/code/highlight-lines'
import { type Language, languageOf } from '../../../../src/renderer/painting/code/language'
import { languageEntry, languageWords } from '../../../../src/renderer/painting/code/language-table'
import type { LineParser } from '../../../../src/renderer/painting/code/line-parser'
import { loadLanguage } from '../../../../src/renderer/painting/code/load-language'
import { longestColouredLine } from '../../../../src/renderer/painting/code/tokenise-line'
import { samples } from './samples'

/** One word for each language that has colours. */
const words = [...new Map(languageWords.map((word) => [languageEntry(word)?.name, word])).values()]
const coloured = words.filter((word) => languageEntry(word)?.load !== null)
const languages = new Map<string, Language | null>()

beforeAll(async () => {
  for (const word of coloured) languages.set(word, await loadLanguage(word))
})

/** What a growing block shows: every prefix of the code, cut anywhere, as lines. */
function inPieces(language: Language | null, code: string, cuts: readonly number[]): Highlighted {
  let shown: Highlighted | undefined
  for (const cut of [...cuts, code.length]) {
    shown = highlightLines(language, code.slice(0, cut).split('\n'), shown)
  }
  return shown ?? highlightLines(language, [])
}

const piecesOf = ({ lines }: Highlighted) => lines.map(({ pieces }) => pieces)

/** Everything that opens something somewhere, so that states differ from line to line. */
const fragments = fc.constantFrom(
  ...samples.flatMap(({ code }) => code.split('\n')),
  ...[
    '/*',
    '*/',
    '"""',
    "'",
    '"',
    '`',
    '${',
    '}',
    '{',
    '<!--',
    '-->',
    '<?php',
    '?>',
    '<<EOF',
    'EOF',
  ],
  ...[
    '(',
    ')',
    '[[',
    ']]',
    '#{',
    '=begin',
    '=end',
    '<div>',
    '</div>',
    '\\',
    '\u{1F600}',
    '\u00a0',
    '\t',
  ],
  ...[
    '%',
    '@',
    '#',
    '$',
    '&',
    '~',
    '^',
    '|',
    '::',
    '--',
    '-',
    '.',
    '..',
    '"\\',
    "'''",
    '{-',
    '-}',
    '',
  ],
)
const code = fc
  .array(
    fc.array(fragments, { maxLength: 4 }).map((parts) => parts.join(' ')),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n'))

describe.each(coloured)('%s', (word) => {
  test('in any pieces it looks as it does at once, and says every character', () => {
    const language = languages.get(word) ?? null
    expect(language).not.toBeNull()
    fc.assert(
      fc.property(code, fc.array(fc.nat(600), { maxLength: 8 }), (text, places) => {
        const cuts = places.map((place) => Math.min(place, text.length)).sort((a, b) => a - b)
        const shown = inPieces(language, text, cuts)
        // Something else is read in between, as other blocks are.
        highlightLines(language, ['x = "y', '/* z', '- 1'])
        expect(piecesOf(shown)).toEqual(piecesOf(highlightLines(language, text.split('\n'))))
        expect(shown.lines.map(({ text: line }) => line).join('\n')).toBe(text)
        for (const { text: line, pieces } of shown.lines) {
          expect(pieces.map((piece) => piece.text).join('')).toBe(line)
        }
      }),
      { numRuns: 150 },
    )
  })
})

/** A language that counts how often it is asked for a token, a whole line at a time. */
function counting(): { readonly language: Language; readonly calls: () => number } {
  let calls = 0
  const parser = {
    startState: () => ({ seen: 0 }),
    token(stream: { skipToEnd(): void }, state: { seen: number }) {
      calls += 1
      state.seen += 1
      stream.skipToEnd()
      return state.seen % 2 === 0 ? 'keyword' : 'string'
    },
  }
  return { language: languageOf(parser as unknown as LineParser), calls: () => calls }
}

describe('growing code', () => {
  test('5,000 lines one after the other are each read about once', () => {
    const { language, calls } = counting()
    const lines: string[] = []
    let shown: Highlighted | undefined
    for (let index = 0; index < 5000; index += 1) {
      lines.push(`line ${index}`)
      shown = highlightLines(language, lines.slice(), shown)
    }
    expect(calls()).toBe(5000)
    expect(shown?.lines).toHaveLength(5000)
  })

  test('a line that grows by characters is read again, and no other', () => {
    const { language, calls } = counting()
    const settled = Array.from({ length: 300 }, (_, index) => `line ${index}`)
    let shown = highlightLines(language, [...settled, 'x'])
    const before = calls()
    for (let length = 2; length <= 50; length += 1) {
      shown = highlightLines(language, [...settled, 'x'.repeat(length)], shown)
    }
    expect(calls() - before).toBe(49)
  })

  test('a line that has not changed is the same object', () => {
    const { language } = counting()
    const first = highlightLines(language, ['a', 'b', 'c'])
    const second = highlightLines(language, ['a', 'b', 'cd', 'e'], first)
    expect(second.lines[0]).toBe(first.lines[0])
    expect(second.lines[1]).toBe(first.lines[1])
    expect(second.lines[2]).not.toBe(first.lines[2])
    expect(highlightLines(language, ['a', 'b', 'cd', 'e'], second)).toBe(second)
  })

  test('a last line that was the beginning of the closing fence goes away and costs nothing', () => {
    const { language, calls } = counting()
    const open = highlightLines(language, ['a', 'b', '``'])
    const before = calls()
    const closed = highlightLines(language, ['a', 'b'], open)
    expect(calls()).toBe(before)
    expect(closed.lines[1]).toBe(open.lines[1])
    expect(piecesOf(closed)).toEqual(piecesOf(highlightLines(language, ['a', 'b'])))
    expect(piecesOf(highlightLines(language, ['a', 'bc'], closed))).toEqual(
      piecesOf(highlightLines(language, ['a', 'bc'])),
    )
  })

  test('what is no continuation is read from its beginning', () => {
    const { language } = counting()
    const other = highlightLines(language, ['x', 'y', 'z'])
    expect(piecesOf(highlightLines(language, ['a', 'y'], other))).toEqual(
      piecesOf(highlightLines(language, ['a', 'y'])),
    )
  })

  test('the language that arrives later colours what is there', () => {
    const { language } = counting()
    const plain = highlightLines(null, ['a', 'b'])
    expect(piecesOf(plain)).toEqual([
      [{ text: 'a', tokenClass: null }],
      [{ text: 'b', tokenClass: null }],
    ])
    expect(piecesOf(highlightLines(language, ['a', 'b'], plain))).toEqual(
      piecesOf(highlightLines(language, ['a', 'b'])),
    )
  })
})

describe('odd lines', () => {
  test('a line too long to colour is plain and leaves the lines after it as they are', () => {
    const language = languages.get('cts') ?? null
    expect(language).not.toBeNull()
    const long = `/* ${'x'.repeat(longestColouredLine)}`
    const [first, second] = highlightLines(language, [long, 'const x = 1']).lines
    expect(first?.pieces).toEqual([{ text: long, tokenClass: null }])
    expect(second?.pieces).toEqual(highlightLines(language, ['const x = 1']).lines[0]?.pieces)
  })

  test('a parser that throws leaves its line plain and begins anew', () => {
    const parser = {
      startState: () => ({ broken: false }),
      token(stream: { skipToEnd(): void; string: string }, state: { broken: boolean }) {
        if (stream.string === 'bad') {
          state.broken = true
          throw new TypeError('unexpected')
        }
        stream.skipToEnd()
        return state.broken ? null : 'keyword'
      },
    }
    const language = languageOf(parser as unknown as LineParser)
    expect(piecesOf(highlightLines(language, ['a', 'bad', 'b']))).toEqual([
      [{ text: 'a', tokenClass: 'key' }],
      [{ text: 'bad', tokenClass: null }],
      [{ text: 'b', tokenClass: 'key' }],
    ])
  })

  test('a parser that is stuck does not hold the window', () => {
    const language = languageOf({ token: () => 'keyword' })
    expect(piecesOf(highlightLines(language, ['abc']))).toEqual([
      [{ text: 'abc', tokenClass: null }],
    ])
  })
})
