import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ParsedMarkdown,
  type ParseOptions,
  parseMarkdown,
} from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { anyMarkdown, examples, extensions } from './examples'

const inlineRules = { isAddress: () => true }
const parse = (text: string, options: ParseOptions) =>
  parseMarkdown(text, { ...options, inlineRules })

/** Compared as text: far quicker than as trees, and they hold nothing that has no text. */
function expectSame(actual: ParsedMarkdown, fresh: ParsedMarkdown, of: string): void {
  expect(JSON.stringify(actual.document), of).toBe(JSON.stringify(fresh.document))
}

/** Every prefix, going on from the one before, is what it is alone. */
function expectLaw(text: string, lengths: Iterable<number>): void {
  let previous: ParsedMarkdown | undefined
  for (const length of lengths) {
    const prefix = text.slice(0, length)
    const options = previous === undefined ? {} : { previous }
    const next = parse(prefix, { ...options, growing: true })
    expectSame(next, parse(prefix, { growing: true }), prefix)
    expectSame(parse(prefix, { previous: next }), parse(prefix, {}), `${prefix} (ended)`)
    previous = next
  }
}

/** Of a long text, only some. */
function* everyLength(text: string): Iterable<number> {
  const step = Math.max(1, Math.ceil(text.length / 500))
  for (let length = 0; length <= text.length; length += step) yield length
}

const cuts = (text: string) =>
  fc
    .array(fc.nat(text.length), { maxLength: 12 })
    .map((lengths) => [...lengths.toSorted((left, right) => left - right), text.length])

describe('a text that arrives in pieces is the text', () => {
  test('of the examples of the specification, character by character', () => {
    for (const { markdown } of examples) expectLaw(markdown, everyLength(markdown))
  })

  test.each(extensions.map((text) => [text]))('of %j, character by character', (text) => {
    expectLaw(text, everyLength(text))
  })

  test('of the whole specification at once, cut anywhere', () => {
    const whole = examples.map(({ markdown }) => markdown).join('\n')
    fc.assert(
      fc.property(cuts(whole), (lengths) => expectLaw(whole, lengths)),
      { numRuns: 3 },
    )
  })

  test('of any Markdown, character by character', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => expectLaw(text, everyLength(text))),
      { numRuns: 100 },
    )
  })

  test('of any Markdown in any pieces', () => {
    const cutMarkdown = anyMarkdown.chain((text) => fc.tuple(fc.constant(text), cuts(text)))
    fc.assert(
      fc.property(cutMarkdown, ([text, lengths]) => expectLaw(text, lengths)),
      { numRuns: 300 },
    )
  })

  test('also when several texts go on from the same beginning, in turn', () => {
    const branches = fc.tuple(anyMarkdown, fc.array(anyMarkdown, { minLength: 2, maxLength: 4 }))
    fc.assert(
      fc.property(branches, ([beginning, ends]) => {
        const previous = parse(beginning, { growing: true })
        for (const end of [...ends, ...ends]) {
          const text = beginning + end
          const longer = parse(text, { growing: true, previous })
          expectSame(longer, parse(text, { growing: true }), text)
          const more = `${text}\n\n[a] [^a] end`
          expectSame(parse(more, { previous: longer }), parse(more, {}), more)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('also when it goes on from a text that had ended, or from another', () => {
    fc.assert(
      fc.property(anyMarkdown, anyMarkdown, fc.boolean(), (first, second, growing) => {
        const ended = parse(first, {})
        const both = first + second
        expectSame(parse(both, { previous: ended, growing }), parse(both, { growing }), both)
        expectSame(parse(second, { previous: ended, growing }), parse(second, { growing }), second)
      }),
      { numRuns: 300 },
    )
  })
})
