import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { examples } from './examples'
import { oracle } from './oracle'
import { toHtml } from './to-html'

const inlineRules = { isAddress: () => true }
const html = (text: string) => toHtml(parseMarkdown(text, { inlineRules }).document)

describe('the examples of the CommonMark specification', () => {
  test('are all there', () => {
    expect(examples).toHaveLength(652)
  })

  test.each(examples)('$number, $section', ({ markdown }) => {
    expect(html(markdown)).toBe(oracle.render(markdown))
  })
})

describe('another implementation agrees on', () => {
  // Without what it means otherwise or does not know: backslashes, quotes of titles, formulas.
  const pieces = [
    ...['> ', '>', '- ', '* ', '+ ', '1. ', '2) ', '10. ', ' ', '  ', '    ', '# ', '## '],
    ...[
      '\n',
      '\n',
      '\n',
      '\n',
      '\n\n',
      '\n\n',
      '\r\n',
      '\n---\n',
      '\n===\n',

      '\n```\n',
    ],
    ...[
      '\n~~~ts\n',
      '* * *',
      '- - -',
      '___',
      ' #',
      '#######',
      'one',
      'two',
      'three',
      '-',
      '+',
      '=',
    ],
    ...['*em*', '**b**', '`c`', '\0'],
  ]
  const blocks = fc.array(fc.constantFrom(...pieces), { maxLength: 30 })

  test('any blocks', () => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const text = `${parts.join('')}\n`
        // Two empty lines behind an empty item begin another list there.
        fc.pre(!/(?:^|\s)(?:[-+*]|\d+[.)])[ \t]*\r?\n[ \t>]*\r?\n/.test(text))
        expect(html(text)).toBe(oracle.render(text))
      }),
      // The same cases in each run: the other implementation has faults of its own.
      { numRuns: 3000, seed: 20261122 },
    )
  })

  test('any tables', () => {
    const rows = [
      '| a | b |\n',
      'a | b\n',
      '| a | b \\| c |\n',
      '|a|b|c|\n',
      '| a\n',
      'x\n',
      '> q\n',
    ]
    const lines = ['|---|---|\n', ':-: | --:\n', '|--|\n', '\n', '- i\n', '```\n', '# h\n']
    const table = fc.array(fc.constantFrom(...rows, ...lines), { maxLength: 10 })
    fc.assert(
      fc.property(table, (parts) => {
        const text = `${parts.join('')}\n`
        expect(html(text)).toBe(oracle.render(text))
      }),
      // The same cases in each run: the other implementation has faults of its own.
      { numRuns: 2000, seed: 20261122 },
    )
  })
})
