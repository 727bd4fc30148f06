import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '../../../../src/renderer/painting/markdown/markdown'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { drawnAtOnce } from './drawn'

/** What a reader sees, and what is said to whoever points at it. */
function shownText(text: string): string {
  return drawnAtOnce(text)
    .replace(/<[^>]* title="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Every word of these tests is unlike anything else, so that each can be looked for. */
const wordsOf = (text: string) => text.match(/w\d+z/g) ?? []

function missing(text: string): readonly string[] {
  const shown = new Set(wordsOf(shownText(text)))
  return wordsOf(text).filter((word) => !shown.has(word))
}

const levels = (count: number, line: (level: number) => string) =>
  Array.from({ length: count }, (_, level) => line(level)).join('\n')

describe('every word is shown', () => {
  test.each([
    ['a quote of 150 levels', `${'>'.repeat(150)} w1z\n\nw2z`],
    [
      'a quote of 150 levels with more behind',
      `${'> '.repeat(150)}w1z\n${'> '.repeat(150)}w2z\nw3z`,
    ],
    ['a list of 120 levels', levels(120, (level) => `${'  '.repeat(level)}- w${level}z`)],
    [
      'a list that comes back from 120 levels',
      `${levels(120, (level) => `${'   '.repeat(level)}1. w${level}z`)}\n\n   w200z\n2. w201z\n\nw202z`,
    ],
    ['quotes and lists in turn', `${'> - '.repeat(80)}w1z`],
    ['a quote of 5,000 levels', `${'>'.repeat(5000)} w1z`],
    ['a footnote', 'As shown.[^1]\n\n[^1]: w1z'],
    ['a footnote that is an address', 'As shown.[^1]\n\n[^1]: https://w1z.com'],
    ['footnotes without an empty line', 'As shown.[^1]\n\n[^1]: w1z\n[^2]: w2z\nand w3z'],
    ['a footnote in a quote', '> As shown.[^1]\n>\n> [^1]: w1z\n>   "w2z"'],
    ['a definition that nothing uses', '[w1z]: w2z\n\nText'],
    ['an address that nothing uses', 'Text\n\n[w1z]: https://example.com/w2z "w3z"'],
    ['a word used as an address', 'As in [1].\n\n[1]: w1z'],
    ['a second definition', '[a]\n\n[a]: https://example.com\n[a]: https://w1z.com'],
    ['the title of a link', '[a](https://example.com "w1z") and [b]\n\n[b]: https://b.com "w2z"'],
    ['an index that looks like a link', 'call[0](w1z) and ![w2z](w3z)'],
    ['cells beyond the last column', '| a | b |\n|--|--|\n| c | d | w1z | w2z \\| w3z |'],
    ['what stands behind a fence', '```ts w1z w2z\nw3z\n```'],
    [
      'a fence that never ends, deep inside',
      `${'> '.repeat(120)}\`\`\`w1z\n${'> '.repeat(120)}w2z`,
    ],
  ])('of %s', (_, text) => {
    expect(wordsOf(text)).not.toHaveLength(0)
    expect(missing(text)).toEqual([])
  })

  test('of any Markdown', () => {
    const pieces = [
      ...['> ', '>', '- ', '* ', '1. ', '12) ', '  ', '    ', '\t', '# ', '### ', '#'],
      ...['\n', '\n\n', '\r\n', '\n---\n', '\n===\n', '```', '~~~\n', '`', '``', '*', '**', '_'],
      ...['~~', '[', ']', '(', ')', '[^', ']: ', '][', '](', '![', ' "', '"', '<', '>', '\\'],
      ...['| ', ' | ', '|\n', '\n|--|--|\n', '\n--|:-:\n', '[ ] ', '[x] ', '&amp;', '&', '#x41;'],
      ...['https://', 'http://a.b/', 'mailto:', '<!--', '-->', '<b>', ':', '.', ' ', ' ', ' '],
    ]
    const piece = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.constant(null) },
    )
    const markdown = fc.array(piece, { maxLength: 60 }).map((parts) => {
      let count = 0
      return parts
        .map((part) => {
          if (part !== null) return part
          count += 1
          return `w${count}z`
        })
        .join('')
    })
    fc.assert(
      fc.property(markdown, (text) => {
        expect(missing(text)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
})

describe('link definitions', () => {
  test('that are used stand only where they are used', () => {
    const text = '[here][a] and [b]\n\n[a]: https://example.com/a\n[b]: https://example.com/b'
    expect(shownText(text).match(/example/g)).toHaveLength(2)
    expect(parseMarkdown(text).document.blocks).toHaveLength(1)
  })

  test('appear while nothing uses them, and leave with the first use', () => {
    const definition = '[a]: https://example.com/a\n\n'
    const before = parseMarkdown(definition, { growing: true })
    expect(before.document.blocks).toHaveLength(1)
    expect(shownText(definition)).toContain('[a]: ')
    const { blocks } = parseMarkdown(`${definition}[a]`, { previous: before }).document
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
  })

  test('can be resumed inside', () => {
    const text = 'Text\n\n[a]: https://example.com/a "One two"'
    expect(renderToStaticMarkup(<Markdown text={text} seams={[text.length - 4]} />)).toContain(
      'seam-mark',
    )
  })
})
