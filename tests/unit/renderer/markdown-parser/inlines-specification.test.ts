import { describe, expect, test } from 'vitest'
import type { InlineContext } from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { parseInlines } from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { examples } from './examples'
import { contextOf, htmlOf, inlinesOf, settledOptions } from './inlines-html'
import { oracle } from './oracle'

/** Where inlines are what it is about; the inlines in the examples of blocks are compared as well. */
const sections = new Set([
  'Backslash escapes',
  'Entity and numeric character references',
  'Precedence',
  'Code spans',
  'Emphasis and strong emphasis',
  'Links',
  'Images',
  'Autolinks',
  'Raw HTML',
  'Hard line breaks',
  'Soft line breaks',
  'Textual content',
])

/** The definitions that the other implementation found. */
type Environment = NonNullable<Parameters<typeof oracle.parse>[1]>

interface InlinePart {
  readonly source: string
  readonly html: string
}

/** What stands inside blocks, as the other implementation finds it, and what it makes of it. */
function inlineParts(markdown: string): { parts: readonly InlinePart[]; context: InlineContext } {
  const environment: Environment = {}
  const tokens = oracle.parse(markdown, environment)
  const { references = {} } = environment
  const context: InlineContext = {
    ...contextOf(),
    definition: (label) => {
      const found = references[label]
      return (
        found && { address: found.href, title: found.title === '' ? null : (found.title ?? null) }
      )
    },
  }
  const parts = tokens
    .filter(({ type }) => type === 'inline')
    .map(({ content, children }) => ({
      source: content,
      html: oracle.renderer.render(children ?? [], oracle.options, environment),
    }))
  return { parts, context }
}

describe('the examples of the specification', () => {
  test('are all there', () => {
    expect(examples).toHaveLength(652)
    expect(examples.filter(({ section }) => sections.has(section)).length).toBeGreaterThan(350)
  })

  test.each(examples)('$number, $section: $markdown', ({ markdown }) => {
    const { parts, context } = inlineParts(markdown)
    for (const { source, html } of parts) {
      const parsed = parseInlines(source, context, settledOptions)
      expect(htmlOf(inlinesOf(parsed))).toBe(html)
    }
  })
})
