import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { htmlOf } from './inlines-html'
import { toHtml } from './to-html'

const growing = (text: string) => toHtml(parseMarkdown(text, { growing: true }).document)

describe('of a text that goes on, its end is left out while it may be a marker:', () => {
  test.each([
    ...['#', '######', '## ', '-', '- ', '---', '- - ', '*', '**', '* * *', '_', '___', '+', '+ '],
    ...['1', '12', '123456789', '1.', '1) ', '`', '``', '```', '```ts', '~', '~~~', '~~~ a ` b'],
    ...['>', '> ', '> >', '> - ', '- >', '- #', '1. ```js', '|', '| a', '| a | b |', '|---'],
    ...[
      '$',
      '$$',
      '\\',
      '\\[',
      '[',
      '[^',
      '[^1',
      '[^1]',
      '[^1]:',
      '[a',
      '[a]',
      '[a]:',
      '[a]: https:',
    ],
    ...['- [', '- [ ', '- [x', '- [ ]', '- [x] ', ' ', '\t', '   #', '\r'],
  ])('%j', (end) => {
    expect(growing(end)).toBe('')
    expect(growing(`One\n\n${end}`)).toBe('<p>One</p>\n')
  })

  test.each([
    '=',
    '===',
    '-',
    '---',
    '--|',
    '|',
    '| b',
    '| a |\n|--',
    '#',
    '1.',
    '> ',
    '```x',
    '$$',
  ])('below a paragraph, %j', (end) => {
    expect(growing(`One\n${end}`)).toBe('<p>One</p>\n')
  })

  test.each([
    ['```\na\n`', ['a']],
    ['```\na\n```', ['a']],
    ['````\na\n```', ['a']],
    ['~~~\na\n  ~~', ['a']],
    ['```\na\n   ', ['a']],
    ['```\na\n`b', ['a', '`b']],
    ['```\na\n    ```', ['a', '    ```']],
    ['```\na', ['a']],
    ['```\n', []],
  ])('the end of a fenced block, %j', (text, lines) => {
    const [block] = parseMarkdown(text, { growing: true }).document.blocks
    expect(block).toMatchObject({ kind: 'code', lines, closed: false })
  })

  test.each([
    ['| a | b |\n', ''],
    ['| a | b |\n|---|', ''],
    ['| a | b |\n|---|---|', ''],
    ['One\n| a | b |\n', '<p>One</p>\n'],
    ['| a | b |\nc', '<p>| a | b |\nc</p>\n'],
    ['> | a |\n> |-', '<blockquote></blockquote>\n'],
  ])('the header of a table, %j', (text, html) => {
    expect(growing(text)).toBe(html)
  })

  test('what is left out belongs to no block', () => {
    const [block] = parseMarkdown('One\n| a | b |\n', { growing: true }).document.blocks
    expect(block).toMatchObject({ start: 0, end: 3 })
  })

  test('a row of only pipes', () => {
    const table = '| a |\n|---|\n| b |\n'
    expect(growing(`${table}|`)).toBe(growing(table))
    expect(growing(`${table}| c`)).toContain('<td>c</td>')
  })

  test('the address and title of a link definition', () => {
    for (const end of ['[a]:', '[a]:\n', '[a]:\nhttps://a.c', '[a]: https://a.com "ti']) {
      expect(parseMarkdown(`One\n\n${end}`, { growing: true }).document.blocks).toHaveLength(1)
    }
    const definition = 'See [a].\n\n[a]: https://a.com\n'
    expect(growing(`${definition}"Tit`)).toBe(growing(definition))
  })
})

describe('of a text that goes on, what can be nothing else is shown at once:', () => {
  test.each([
    ['#x', '<p>#x</p>\n'],
    ['## T', '<h2>T</h2>\n'],
    ['- a', '<ul>\n<li>a</li>\n</ul>\n'],
    ['- a\n- ', '<ul>\n<li>a</li>\n</ul>\n'],
    ['> a', '<blockquote>\n<p>a</p>\n</blockquote>\n'],
    ['1. a', '<ol>\n<li>a</li>\n</ol>\n'],
    ['- [x] a', '<ul>\n<li>a</li>\n</ul>\n'],
    ['=', '<p>=</p>\n'],
    ['[a] b', '<p>[a] b</p>\n'],
    ['a | b', '<p>a | b</p>\n'],
  ])('%j', (text, html) => {
    expect(growing(text)).toBe(html)
  })

  test.each([
    ['$$\nx', 'x', false],
    ['$$\nx$', 'x', false],
    ['$$\nx\n$$', 'x', true],
    ['$$x', 'x', false],
    ['\\[\nx\n\\', 'x', false],
    ['\\[ x \\]', 'x', true],
    ['Text\n$$\nx\n', 'x', false],
  ])('the formula %j', (text, tex, closed) => {
    expect(parseMarkdown(text, { growing: true }).document.blocks.at(-1)).toMatchObject({
      kind: 'math',
      tex,
      closed,
    })
  })
})

test.each([
  ['$|x|$', /^$|^<math>\|x\|<\/math>$/],
  ['`x|y`', /^$|^<code>x(?:\|y?)?<\/code>$/],
])('a pipe in what the last cell of a growing row holds makes no more cells: %j', (cell, whole) => {
  for (let end = 0; end <= cell.length; end += 1) {
    const text = `| a | b |\n|---|---|\n| c | ${cell.slice(0, end)}`
    const [table] = parseMarkdown(text, { growing: true }).document.blocks
    const cells = table?.kind === 'table' ? (table.rows[1]?.cells ?? []) : []
    expect(cells).toHaveLength(2)
    expect(htmlOf(cells[1]?.runs.flatMap(({ inlines }) => inlines) ?? [])).toMatch(whole)
  }
})

test.each(['#', '- ', '| a |', '```', '[a]:', '$$', '[^', '> -'])(
  'of a text that has ended, %j is shown',
  (text) => {
    expect(parseMarkdown(text).document.blocks).toHaveLength(1)
  },
)
