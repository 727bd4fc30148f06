import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type InlineContext,
  type InlineOptions,
  type ParsedInlines,
  parseInlines,
} from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'

const context: InlineContext = {
  definition: (label) =>
    label === 'FOO' ? { address: 'https://foo.com', title: 'Foo' } : undefined,
  isFootnote: (label) => label === '1',
}

const pieces = [
  ...['*', '**', '***', '_', '__', '~', '~~', '`', '``', '[', ']', '![', '](', '][', '[]'],
  ...[
    '](https://a.b)',
    '](https://a.b "t',
    '](<https://a',
    '[foo]',
    '[no][no]',
    '[no][]',
    '(',
    ')',
  ],
  ...['[^1]', '[^2]', '[^', '<https://a.b>', '<https:', '<me@a.b>', '<', '>', '"', "'"],
  ...['$', '$$', '\\(', '\\)', '\\[', '\\]', '$x$', '$5', 'x^2', '\\', '\\*', '&amp;', '&am', '&'],
  ...['https://a.b/c', 'http://', 'mailto:a@b.c', ':', '.', '!', 'a', 'b', 'word', '1', '文', '😀'],
  ...[' ', ' ', '  ', '\n', '  \n', '\\\n'],
]
/** So that there are cuts in what comes, and places just before and after them. */
const prose = 'Words that say nothing. '
const longPieces = [
  prose.repeat(20),
  prose.repeat(42),
  prose.repeat(44),
  'x'.repeat(990),
  ' '.repeat(30),
]

const sourceOf = (weight: number, maxLength: number) =>
  fc
    .array(
      fc.oneof(
        { weight, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.constantFrom(...longPieces) },
      ),
      { maxLength },
    )
    .map((parts) => parts.join(''))

/** Much beside each other, and a little with much between: only there are cuts inside of something. */
const arbitrarySource = fc.oneof(sourceOf(12, 60), sourceOf(1, 8))

/** Cuts need no white space where there is none, and come early where very much is open. */
const arbitraryWord = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom(...pieces.filter((piece) => !/\s/.test(piece))) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...['x'.repeat(990), '文'.repeat(990), '*a_'.repeat(140), '[a]'.repeat(150)],
          ...['👩‍🔬'.repeat(400), 'e\u0301'.repeat(990), '`a`'.repeat(300), 'a@b.'.repeat(250)],
        ),
      },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

const arbitraryOptions = fc.record({ atEnd: fc.boolean(), documentGrowing: fc.boolean() })

function chained(
  source: string,
  ends: readonly number[],
  options: InlineOptions,
): ParsedInlines | undefined {
  let previous: ParsedInlines | undefined
  for (const end of ends) {
    previous = parseInlines(source.slice(0, end), context, {
      ...options,
      ...(previous === undefined ? {} : { previous }),
    })
  }
  return previous
}

const arbitraryGrowth = fc
  .tuple(fc.oneof(arbitrarySource, arbitraryWord), fc.array(fc.nat(), { maxLength: 20 }))
  .map(([source, cuts]) => ({
    source,
    ends: [...cuts.map((cut) => cut % (source.length + 1)), source.length].sort((a, b) => a - b),
  }))

describe('a source parsed as it grows', () => {
  test('means the same as the whole, wherever it was interrupted', () => {
    fc.assert(
      fc.property(arbitraryGrowth, arbitraryOptions, ({ source, ends }, options) => {
        expect(chained(source, ends, options)).toEqual(parseInlines(source, context, options))
      }),
      { numRuns: 1500 },
    )
  })

  test('settles to the same when nothing more comes', () => {
    fc.assert(
      fc.property(arbitraryGrowth, ({ source, ends }) => {
        const previous = chained(source, ends, { atEnd: true, documentGrowing: true })
        const settled = { atEnd: false, documentGrowing: false }
        const options = previous === undefined ? settled : { ...settled, previous }
        expect(parseInlines(source, context, options)).toEqual(
          parseInlines(source, context, settled),
        )
      }),
      { numRuns: 1500 },
    )
  })

  test('means the same a character at a time', () => {
    const source = fc
      .array(fc.constantFrom(...pieces), { maxLength: 40 })
      .map((parts) => prose.repeat(42) + parts.join('') + prose.repeat(2))
    fc.assert(
      fc.property(source, arbitraryOptions, (text, options) => {
        let previous = parseInlines(text.slice(0, 1000), context, options)
        for (let end = 1001; end <= text.length; end += 1) {
          previous = parseInlines(text.slice(0, end), context, { ...options, previous })
          expect(previous).toEqual(parseInlines(text.slice(0, end), context, options))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('means the same a character at a time where a word is very long', () => {
    const source = fc
      .array(fc.constantFrom(...pieces.filter((piece) => !/\s/.test(piece))), { maxLength: 30 })
      .map((parts) => `${'x'.repeat(1985)}${parts.join('')}${'y'.repeat(20)}`)
    fc.assert(
      fc.property(source, arbitraryOptions, (text, options) => {
        let previous = parseInlines(text.slice(0, 1980), context, options)
        for (let end = 1981; end <= text.length; end += 1) {
          previous = parseInlines(text.slice(0, end), context, { ...options, previous })
          expect(previous).toEqual(parseInlines(text.slice(0, end), context, options))
        }
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['a code span', '`', '`'],
    ['a formula', '\\(', '\\)'],
    ['a displayed formula', '$$', '$$'],
    ['a formula in dollars', '$', '$'],
    ['the title of a link', '[a](https://a.b "', '")'],
    ['an address in angle brackets', '[a](<https://a.b/', '>)'],
    ['a label', `[${'a'.repeat(200)}][`, ']'],
    ['the text of a link', '[', '](https://a.b)'],
    ['emphasis', '*', '*'],
  ])('has no cut inside of %s that is not closed yet', (_, opening, closing) => {
    const beginning = `${prose.repeat(10)}${opening}${prose.repeat(40).trim()}`
    const source = `${beginning}${closing} ${prose.repeat(60)}`
    for (const options of [
      { atEnd: true, documentGrowing: true },
      { atEnd: false, documentGrowing: true },
      { atEnd: false, documentGrowing: false },
    ]) {
      expect(chained(source, [beginning.length, source.length], options)).toEqual(
        parseInlines(source, context, options),
      )
    }
  })

  test('has no cut inside of a character reference that is not closed yet', () => {
    const source = `${'x'.repeat(1990)}&CounterClockwiseContourIntegral; end`
    const ends = Array.from({ length: 40 }, (_, index) => source.length - 39 + index)
    for (const atEnd of [true, false]) {
      const options = { atEnd, documentGrowing: true }
      expect(chained(source, ends, options)).toEqual(parseInlines(source, context, options))
    }
  })

  test('is parsed again from its beginning when that is another', () => {
    const options = { atEnd: false, documentGrowing: false }
    const previous = parseInlines(prose.repeat(100), context, options)
    const source = `*Other* ${prose.repeat(100)}`
    expect(parseInlines(source, context, { ...options, previous })).toEqual(
      parseInlines(source, context, options),
    )
  })
})
