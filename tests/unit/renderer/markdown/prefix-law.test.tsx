import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { modelAnswer } from '../../../performance/answers'
import { anyMarkdown, examples, extensions } from '../markdown-parser/examples'
import { drawn, drawnAtOnce, everyEnd, stream } from './drawn'

/** Whatever the cuts: each prefix is drawn as if it had been parsed at once. */
function expectLaw(text: string, ends: readonly number[]) {
  stream(text, ends, (parsed, prefix) => {
    expect(drawn(parsed)).toBe(drawnAtOnce(prefix, parsed.growing))
  })
}

const cutsOf = (text: string) =>
  fc
    .array(fc.integer({ min: 1, max: Math.max(1, text.length) }), { maxLength: 8 })
    .map((ends) => ends.toSorted((left, right) => left - right))

const withCuts = (texts: fc.Arbitrary<string>) =>
  texts.chain((text) => fc.tuple(fc.constant(text), cutsOf(text)))

describe('every prefix is drawn as a fresh parse of it', () => {
  test('of the examples of CommonMark, a character at a time', () => {
    expect(examples).toHaveLength(652)
    for (const { markdown } of examples) expectLaw(markdown, everyEnd(markdown))
  })

  test('of the examples of CommonMark, in random pieces', () => {
    const texts = fc.constantFrom(...examples.map(({ markdown }) => markdown))
    fc.assert(
      fc.property(withCuts(texts), ([text, ends]) => expectLaw(text, ends)),
      { numRuns: 1000 },
    )
  })

  test('of tables, tasks, footnotes and formulas, a character at a time', () => {
    for (const text of extensions) {
      if (text.length < 2000) expectLaw(text, everyEnd(text))
    }
  })

  test.each([
    ['4 KB of prose', modelAnswer('prose', 4 * 1024), 7],
    ['30 KB of everything', modelAnswer('mixed', 30 * 1024), 389],
    ['120 KB of everything', modelAnswer('mixed', 120 * 1024), 6007],
  ])('of %s', (_, text, step) => {
    const ends = Array.from({ length: Math.floor(text.length / step) }, (_, index) => index * step)
    expectLaw(text, ends)
  })

  test('of any Markdown', () => {
    fc.assert(
      fc.property(withCuts(anyMarkdown), ([text, ends]) => expectLaw(text, ends)),
      { numRuns: 1000 },
    )
  })
})
