import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { htmlOf } from './inlines-html'

const documentOf = (text: string) => parseMarkdown(text).document
const kinds = (text: string) => documentOf(text).blocks.map(({ kind }) => kind)

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  const { kind: _, ...rest } = value as Record<string, unknown>
  return Object.values(Array.isArray(value) ? value : rest)
    .map(textOf)
    .join(' ')
}

describe('tasks', () => {
  test('are items whose text begins with a mark', () => {
    const [list] = documentOf('- [ ] a\n- [x] b\n- [X] c\n- [z] d\n- [ ]\n- [x]e\n').blocks
    const items = list?.kind === 'list' ? list.items : []
    expect(items.map(({ done }) => done)).toEqual([false, true, true, null, false, null])
    expect(items.map(({ children }) => textOf(children).trim())).toEqual([
      'a',
      'b',
      'c',
      '[z] d',
      '',
      '[x]e',
    ])
  })
})

describe('footnotes', () => {
  test('stand at the end, in the order of their first reference', () => {
    const { blocks, footnotes } = documentOf(
      'One[^b] two[^a].\n\n[^a]: first [^c]\n\n    more\n[^b]: second\nlazy\n\n[^c]: third',
    )
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
    expect(footnotes.map(({ label }) => label)).toEqual(['B', 'A', 'C'])
    expect(textOf(footnotes[0])).toContain('second\nlazy')
    expect(footnotes[1]?.children).toHaveLength(2)
  })

  test('that nothing refers to, or a second one of a name, stay as they are written', () => {
    const { blocks, footnotes } = documentOf('One[^a].\n\n[^a]: x\n[^a]: y\n\n[^b]: z [^a]\n')
    expect(footnotes).toHaveLength(1)
    expect(blocks.slice(1)).toMatchObject([
      { kind: 'plain', text: '[^a]: y' },
      { kind: 'plain', text: '[^b]: z [^a]' },
    ])
  })
})

describe('link definitions', () => {
  test('are shown only where nothing uses them', () => {
    const text =
      '[a] [b]\n\n[a]: https://a.com\n[a]: https://c.com\n[b]: https://b.com\n[d]: x\nText'
    expect(documentOf(text).blocks.slice(1)).toMatchObject([
      { kind: 'plain', text: '[a]: https://c.com' },
      { kind: 'plain', text: '[d]: x', start: text.indexOf('[d]') },
      { kind: 'paragraph', start: text.indexOf('Text') },
    ])
  })

  test('that only a footnote uses which is not shown are shown', () => {
    expect(kinds('[^x]: [a]\n\n[a]: https://a.com')).toEqual(['plain', 'plain'])
  })
})

describe('formulas', () => {
  test.each([
    ['$$\nx\n$$', ['math']],
    ['Text\n$$\nx\n$$\nmore', ['paragraph', 'math', 'paragraph']],
    ['Text\n\\[\nx\n\\]\n', ['paragraph', 'math']],
    ['$$x$$', ['math']],
    ['$$x$$ and', ['paragraph']],
    ['$$\nx\n\ny\n$$', ['paragraph', 'paragraph']],
    ['$$\nx', ['paragraph']],
    ['Text\n$$\nx\n\n', ['paragraph']],
    ['$$\n# x\n- y\n\n', ['paragraph', 'heading', 'list']],
    ['> $$\n> x\ny', ['quote']],
    ['- $$\n  x\n  $$', ['list']],
    ['$$$$', ['paragraph']],
  ])('%j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  test('that do not end belong to the paragraph above again', () => {
    expect(textOf(documentOf('Text\n$$\nx\n\ny').blocks[0])).toContain('Text\n$$\nx')
  })
})

describe('tables', () => {
  test('keep what is beyond the last column, and fill what is missing', () => {
    const [table] = documentOf('| a | b |\n|--|:-:|\n| 1 | 2 | 3 |\n| 4 |').blocks
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows.map(({ cells }) => cells.length)).toEqual([2, 3, 2])
    expect(rows[1]?.cells.map(({ alignment }) => alignment)).toEqual([null, 'center', null])
  })

  const row = (source: string) => {
    const [table] = documentOf(`| a | b |\n|---|---|\n${source}`).blocks
    const cells = table?.kind === 'table' ? (table.rows[1]?.cells ?? []) : []
    return cells.map(({ runs }) => htmlOf(runs.flatMap(({ inlines }) => inlines)))
  }

  test.each([
    ['| c | $|x|$ |', ['c', '<math>|x|</math>']],
    ['|$|x|$|$|y|$|', ['<math>|x|</math>', '<math>|y|</math>']],
    ['| `c | d` | ``e ` | f`` |', ['<code>c | d</code>', '<code>e ` | f</code>']],
    ['| $P(A|B)$ | `a` \\| $b$ |', ['<math>P(A|B)</math>', '<code>a</code> | <math>b</math>']],
    ['| $|x|$ |', ['<math>|x|</math>', '']],
  ])('leave code and formulas whole where a row had too many cells: %j', (source, cells) => {
    expect(row(source)).toEqual(cells)
  })

  test.each([
    ['| `c | d` |', ['`c', 'd`']],
    ['| $c | d$ |', ['$c', 'd$']],
    ['| $5 | $6 | $7 |', ['$5', '$6', '$7']],
    ['|$5|$6|$7|', ['$5', '$6', '$7']],
    ['| 1$ | 2$ | 3$ |', ['1$', '2$', '3$']],
    ['| `c | d | e |', ['`c', 'd', 'e']],
    ['| \\`c | d\\` | e |', ['`c', 'd`', 'e']],
    ['| \\$c | d\\$ | e |', ['$c', 'd$', 'e']],
    ['| $c | `d$ | e` |', ['$c', '<code>d$ | e</code>']],
  ])('part cells at every other pipe: %j', (source, cells) => {
    expect(row(source)).toEqual(cells)
  })

  test('have a header with a formula, if the row below says so', () => {
    const [table] = documentOf('| $|x|$ | b |\n|---|---|\n').blocks
    expect(table?.kind === 'table' && table.rows[0]?.cells).toHaveLength(2)
    expect(kinds('| $|x|$ | b |\n|---|---|---|\n')).toEqual(['paragraph'])
  })

  test('take the last line of a paragraph for their header', () => {
    expect(kinds('One\n| a | b |\n|--|--|\n| c | d |')).toEqual(['paragraph', 'table'])
  })

  test('of many columns and many short rows stay small', () => {
    const columns = 200
    const text = `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n${'|x\n'.repeat(900)}`
    const [table] = documentOf(text).blocks
    const rows = table?.kind === 'table' ? table.rows : []
    expect(rows).toHaveLength(901)
    expect(rows.reduce((sum, { cells }) => sum + cells.length, 0)).toBeLessThan(80_000)
  })
})

test('a tab of code in a quote stays a tab', () => {
  const [quote] = documentOf('> ```\n> \tx\n> ```\n').blocks
  expect(quote).toMatchObject({ children: [{ kind: 'code', lines: ['\tx'] }] })
})

describe('places', () => {
  const text =
    '  - a\n  - b\n\n    code\n\n> q\nlazy\n\n```\nx\n```\n\n| a |\n|---|\n\nEnd\n===\n\n\tx\n\n\ty\n'

  test('of blocks are those of their source, which alone is the same block', () => {
    for (const block of documentOf(text).blocks) {
      const alone = documentOf(text.slice(block.start, block.end)).blocks
      expect(alone.map(withoutPlaces)).toEqual([withoutPlaces(block)])
    }
  })

  function withoutPlaces(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value), (key, part) =>
      key === 'start' || key === 'end' ? undefined : part,
    )
  }
})

describe('no word is lost', () => {
  test.each([
    ['5,000 quotes', `${'>'.repeat(5000)} w1\n\nw2`],
    ['50,000 quotes', `${'> '.repeat(50_000)}w1\n> w2`],
    ['50,000 bullets on a line', `${'- '.repeat(50_000)}w1\n  w2`],
    [
      'lists nested by indentation',
      Array.from({ length: 200 }, (_, level) => `${'  '.repeat(level)}- w${level}`).join('\n'),
    ],
    ['quotes and lists in turn', `${'> - '.repeat(80)}w1\n> w2`],
    ['a fence deep inside', `${'> '.repeat(120)}\`\`\`w1\n${'> '.repeat(120)}w2`],
  ])('of %s', (_, text) => {
    const shown = textOf(documentOf(text).blocks)
    for (const word of text.match(/w\d+/g) ?? []) expect(shown).toContain(word)
  })
})
