import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '../../../../src/renderer/painting/markdown/markdown'
import type {
  Block,
  List,
  ListItem,
  Paragraph,
  Table,
} from '../../../../src/renderer/painting/markdown/node'
import {
  type ParsedMarkdown,
  parseMarkdown,
} from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { documentWithSeams } from '../../../../src/renderer/painting/markdown/seams/document-with-seams'

const html = (text: string, props = {}) => renderToStaticMarkup(<Markdown text={text} {...props} />)

const sign =
  '<span class="seam-mark" role="img" aria-label="Resumed here" title="Resumed here"></span>'
const line = '<div class="seam" title="Resumed here">Resumed here</div>'

/** A text as it is drawn, with `⌖` for each mark; one in the text is where it was resumed. */
function resumed(marked: string, props = {}): string {
  const seams = [marked.indexOf('⌖')]
  return withoutSpans(html(marked.replace('⌖', ''), { ...props, seams }))
}

const withoutSpans = (drawn: string): string =>
  drawn
    .replaceAll('</div><div class="blocks">', '')

    .replaceAll(sign, '⌖')
    .replaceAll(line, '⌖')
    .replace(/<\/?span>/g, '')

const document = `# A heading

Words, **bold *and* more**, \`code\`, $x + y$ and [a link](https://example.com/a "A title").
https://example.com/b
Next line &amp; \\* and a note[^1] and ![an image](https://example.com/i.png).

Under
=====

- one
- [ ] two *is*
  longer

      and has code
- three

  > quoted
  > goes on
  > $$
  > x
  > $$

[^1]: The note **itself**.

    \`\`\`ts
    const a = 1
    \`\`\`

a . b | c
:---- | --
d \\| e | \`f\`
g

***

$$
x + y
$$

\`\`\`ts
const b = 2
\`\`\`

[unused]: https://example.com/c

    indented
      code

Last words.`

const offsets = Array.from({ length: document.length - 1 }, (_each, index) => index + 1)

describe('a seam anywhere', () => {
  const plain = withoutSpans(html(document))

  test.each(['\n', '\r\n'])(
    'has one mark and changes nothing else, with lines ending in %j',
    (end) => {
      const text = document.replaceAll('\n', end)
      const wrong: string[] = []
      for (let offset = 1; offset < text.length; offset += 1) {
        const drawn = withoutSpans(html(text, { seams: [offset] }))
        if (drawn.split('⌖').length !== 2 || drawn.replace('⌖', '') !== plain) {
          wrong.push(
            `${text.slice(Math.max(0, offset - 20), offset)}|${text.slice(offset, offset + 20)}`,
          )
        }
      }
      expect(wrong).toEqual([])
    },
  )

  test('has the same mark in a text that grew as in one that is drawn at once', () => {
    for (const seam of offsets.filter((offset) => offset % 7 === 0)) {
      let parsed = parseMarkdown(document.slice(0, seam), { growing: true })
      for (let end = seam; end <= document.length; end += 5) {
        const prefix = document.slice(0, end)
        parsed = parseMarkdown(prefix, { growing: true, previous: parsed })
        const fresh = parseMarkdown(prefix, { growing: true })
        expect(documentWithSeams(parsed, [seam])).toEqual(documentWithSeams(fresh, [seam]))
      }
    }
  })
})

describe('a seam in any Markdown', () => {
  const pieces = [
    ...['a', 'word ', ' ', '\n', '\n\n', '\n    ', '\n  ', '- ', '1. ', '> ', '# ', '[ ] ', '文'],
    ...['*', '**', '_', '`', '``', '\n```\n', '$', '$$', '\\(', '\\)', '\\[', '\\]', '~~', '\\'],
    ...['[', ']', '(', ')', '](https://e.com/a', '[^1]', '\n[^1]: ', '\n[x]: https://e.com\n', '!'],
    ...[
      '| ',
      '|',
      '\n|--|--|\n',
      '\n---\n',
      '\n===\n',
      '&amp;',
      '😀',
      '\t',
      '\r\n',
      '\0',
      '5',
      '。',
    ],
  ]
  const markdown = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 })
    .map((parts) => parts.join(''))

  test('changes nothing else, and stands inside a word that is drawn', () => {
    fc.assert(
      fc.property(markdown, markdown, (before, after) => {
        const text = `${before}QQ${after}`
        // A sign of quotes that is indented so far is text, which only the parser can tell.
        fc.pre(!/[\r\n] {4,}>/.test(text))
        const seams = [before.length + 1]
        const plain = withoutSpans(html(text))
        const drawn = withoutSpans(html(text, { seams }))
        expect(drawn.replaceAll('⌖', '')).toBe(plain)
        const isWhole = /(?:formula|code-block-language)[^>]*>[^<]*QQ|image-chip.*QQ/.test(plain)
        const isInAddress = /https:[^ ]*QQ/.test(text)
        if (/>[^<]*QQ/.test(plain) && !isWhole && !isInAddress) expect(drawn).toContain('Q⌖Q')
      }),
      { numRuns: 1_000 },
    )
  })

  test('has the same place when the text grew', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(markdown, markdown, steps, (before, after, lengths) => {
        const seams = [before.length]
        let parsed = parseMarkdown(before, { growing: true })
        let end = before.length
        for (const length of lengths) {
          end += length
          const prefix = `${before}${after}`.slice(0, end)
          parsed = parseMarkdown(prefix, { growing: true, previous: parsed })
          const fresh = parseMarkdown(prefix, { growing: true })
          expect(documentWithSeams(parsed, seams)).toEqual(documentWithSeams(fresh, seams))
        }
      }),
      { numRuns: 300 },
    )
  })
})

test.each(['math', 'mermaid'])(
  'in code that would be drawn as a picture is marked in the code: %s',
  (language) => {
    expect(resumed(`\`\`\`${language}\na + ⌖b\n\`\`\`\n\nTwo`)).toMatch(
      /<figure.*a \+ ⌖b.*<\/figure>/s,
    )
  },
)

describe('where no mark can stand inside', () => {
  const formula = '<code class="formula'

  test.each([
    ['a formula', 'One\n\n$$\nx + ⌖y\n$$\n\nTwo', `<p>One</p>⌖${formula}`],
    ['a formula at its end', 'One\n\n$$\nx\n$⌖$\n\nTwo', `<p>One</p>⌖${formula}`],
    ['a formula that is all', '$$\nx⌖\n$$', `⌖${formula}`],
    ['a formula in a list', '- One\n  $$\n  x⌖\n  $$', `<li>One⌖${formula}`],
    ['a formula in a quote', '> One\n> \\[\n> x⌖\n> \\]', `<p>One</p>⌖${formula}`],
    ['a rule', 'One\n\n--⌖-\n\nTwo', '<p>One</p>⌖<hr/>'],
  ])('%s has a line before it', (_name, marked, expected) => {
    expect(resumed(marked)).toContain(expected)
  })

  test.each([
    ['a fence at the end of code', 'x\n\n```\na\n``⌖`\n\nTwo', '</figure>⌖<p>Two</p>'],
    ['one that is all', '```\na\n``⌖`', '</figure>⌖</div>'],
    ['one in a list', '- ```\n  a\n  `⌖``\n- b', '</figure>⌖</li>'],
    ['one of a formula', '```math\nx\n``⌖`\n\nTwo', '</code>⌖<p>Two</p>'],
  ])('%s has a line behind it', (_name, marked, expected) => {
    expect(resumed(marked)).toContain(expected)
  })

  const long = `${'a + '.repeat(30)}⌖${'b + '.repeat(30)}`

  test.each([
    ['a formula', '公式$x^⌖2$公式。这是注意内容。', '⌖公式。这是注意内容。</p>'],
    ['a long formula', `So $${long}c$ is it`, '</code>⌖ is it</p>'],
    ['an address', '[a](https://exa⌖mple.com/)', '>a</a>⌖</p>'],
    ['an address at the end', 'See https://exa⌖mple.com/', '</a>⌖</p>'],
    ['an address at the end of a line', 'See https://exa⌖mple.com/\nor not', '</a>\n⌖or not'],
    ['the address of an image', '![a](https://exa⌖mple.com/) b', 'a</a>⌖ b</p>'],
    ['a character that is written by name', 'a &am⌖p; b', 'a &amp;⌖ b'],
    ['the end of a heading', '## Head #⌖#\n\nTwo', 'Head⌖</h4><p>Two'],
    ['the line under a heading', 'Head\n=⌖=\n\nTwo', 'Head⌖</h3><p>Two'],
    ['the line under a header', '| a | b |\n|-⌖-|--|\n| c | d |', '<td>⌖c</td>'],
    ['the line under a header alone', '| a | b |\n|-⌖-|--|', '<th>b⌖</th>'],
    ['the last pipe of a row', '| a | b ⌖|\n|--|--|', '<th>b⌖</th>'],
    ['a pipe with its backslash', '| a \\⌖| c | b |\n|--|--|', '<th>a |⌖ c</th>'],
    ['a cell without words', '| a | b |\n|--|--|\n|⌖ | d |', '<td>⌖</td><td>d</td>'],
    ['an item without words', '- a\n⌖- \n- c', '<li>⌖</li><li>c'],
  ])('%s has its mark at the next place', (_name, marked, expected) => {
    expect(resumed(marked)).toContain(expected)
  })
})

describe('a seam in a footnote', () => {
  test.each([
    ['Text[^1].\n\n[^1]: The no⌖te.\n\nAfter.', 'The no⌖te.'],
    ['Text[^1].\n\n[^1]: The no⌖te.', 'The no⌖te.'],
    ['Text[^1].\n\n[^⌖1]: The note.\n\nAfter.', '⌖The note.'],
    ['Text[^1].⌖\n\n[^1]: The note.', '⌖The note.'],
    ['- Text[^1].\n\n  [^1]: The no⌖te.\n- After', 'The no⌖te.'],
  ])('has its mark there: %j', (marked, expected) => {
    const drawn = resumed(marked)
    expect(drawn).toContain(expected)
    expect(drawn.match(/⌖/g)).toHaveLength(1)
  })

  test('leaves the others as they are', () => {
    const text = 'Text[^1] and[^2].\n\n[^1]: One.\n\n[^2]: Two.'
    const parsed = parseMarkdown(text)
    const { footnotes } = documentWithSeams(parsed, [text.indexOf('ne.')])
    expect(footnotes[0]).not.toBe(parsed.document.footnotes[0])
    expect(footnotes[1]).toBe(parsed.document.footnotes[1])
  })
})

describe('what is unfinished', () => {
  test.each([
    ['Some **bold wo⌖rds', '<strong>bold wo⌖rds</strong>'],
    ['Some `code an⌖d', '>code an⌖d</code>'],
    ['See [the li⌖nk', 'the li⌖nk'],
    ['See [the li⌖nk](https://exa', 'the li⌖nk'],
    ['- one\n- **bold wo⌖rds', '<strong>bold wo⌖rds</strong>'],
    ['> *one\n> t⌖wo', '<em>one\nt⌖wo</em>'],
    ['| a | b |\n|--|--|\n| **tw⌖o', '<strong>tw⌖o</strong>'],
  ])('has its mark at once: %j', (marked, expected) => {
    expect(resumed(marked, { growing: true })).toContain(expected)
  })
})

/** Counts the characters that inlines are read of for a seam, as a text grows. */
function grow(text: string, seam: number, pieces: readonly string[]) {
  let visited = 0
  const inlineRules = { visited: (steps: number) => (visited += steps) }
  let parsed = parseMarkdown(text, { growing: true, inlineRules })
  const frames: { readonly blocks: readonly Block[]; readonly visited: number }[] = []
  const draw = (now: ParsedMarkdown) => {
    visited = 0
    const { blocks } = documentWithSeams(now, [seam])
    frames.push({ blocks, visited })
  }
  draw(parsed)
  let whole = text
  for (const piece of pieces) {
    whole += piece
    parsed = parseMarkdown(whole, { growing: true, previous: parsed, inlineRules })
    draw(parsed)
  }
  return frames
}

const many = <T,>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_each, index) => make(index))

describe('while the text grows', () => {
  const item = (index: number) =>
    `- item **${index}** with [a link](https://example.com/${index})\n`
  const list = many(500, item).join('')

  test('only one item of a list is another object, and it is read once', () => {
    const seam = list.indexOf('item **250**') + 2
    const frames = grow(
      list,
      seam,
      many(50, (index) => item(500 + index)),
    )
    const [first, ...others] = frames.map(({ blocks }) => (blocks[0] as List).items)
    for (const items of others) expect(items.slice(0, 500)).toEqual(first)
    for (const items of others) {
      expect(items.slice(0, 499).filter((each, place) => each !== first?.[place])).toEqual([])
    }
    expect(frames[0]?.visited).toBeLessThan(1_000)
    expect(frames.slice(1).map(({ visited }) => visited)).toEqual(many(50, () => 0))
  })

  test('the same goes for a nested list', () => {
    const nested = `- outer\n${list.replace(/^/gm, '  ').trimEnd()}\n`
    const seam = nested.indexOf('item **250**') + 2
    const frames = grow(
      nested,
      seam,
      many(20, (index) => `  ${item(index)}`),
    )
    const inner = frames.map(({ blocks }) => {
      const [outer] = (blocks[0] as List).items
      return (outer as ListItem).children
        .flatMap((block) => (block.kind === 'list' ? block.items : []))
        .slice(0, 499)
    })
    for (const items of inner) {
      expect(items.filter((each, place) => each !== inner[0]?.[place])).toEqual([])
    }
    expect(frames.slice(1).map(({ visited }) => visited)).toEqual(many(20, () => 0))
  })

  test('the same goes for the rows of a table', () => {
    const row = (index: number) => `| ${index} | **b** | \`c\` | the cell |\n`
    const table = `| a | b | c | d |\n|--|--|--|--|\n${many(500, row).join('')}`
    const seam = table.indexOf('| 250') + 10
    const frames = grow(table, seam, many(50, row))
    const [first, ...others] = frames.map(({ blocks }) => (blocks[0] as Table).rows)
    for (const rows of others) {
      expect(rows.slice(0, 500).filter((each, place) => each !== first?.[place])).toEqual([])
    }
    expect(frames[0]?.visited).toBeLessThan(1_000)
    expect(frames.slice(1).map(({ visited }) => visited)).toEqual(many(50, () => 0))
  })

  test('a long paragraph is not read again once its place is settled', () => {
    const words = 'Some **bold** words, and `code`. '
    const text = words.repeat(1_000)
    const frames = grow(
      text,
      text.length - 500,
      many(300, () => words),
    )
    const read = frames.map(({ visited }) => visited)
    expect(Math.max(...read.slice(1, 100))).toBeLessThan(20_000)
    expect(read.slice(100)).toEqual(many(201, () => 0))
    const runs = frames.slice(-2).map(({ blocks }) => (blocks[0] as Paragraph).runs.slice(0, -1))
    expect(runs[1]?.slice(0, runs[0]?.length).every((run, at) => run === runs[0]?.[at])).toBe(true)
  })

  test('a formula that is not finished costs few readings', () => {
    const text = `${'Words. '.repeat(20)}So $${'a + '.repeat(20)}`
    const frames = grow(
      text,
      text.length,
      many(40, () => 'b + '),
    )
    const length = text.length + 40 * 4
    expect(Math.max(...frames.map(({ visited }) => visited))).toBeLessThan(16 * length)
  })
})
