import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Markdown } from '../../../../src/renderer/painting/markdown/markdown'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { drawnAtOnce } from './drawn'

const html = (text: string, props = {}) => renderToStaticMarkup(<Markdown text={text} {...props} />)

describe('markdown to elements', () => {
  test.each(['math', 'Math', '{.math}', 'math:area'])('a fence of %s is a formula', (info) => {
    expect(html(`\`\`\`${info}\nx\n\`\`\``)).toContain('$$x$$')
  })

  test.each(['mermaid', '.mermaid', '{.mermaid}', 'mermaid:flow'])(
    'a fence of %s is a diagram',
    (info) => {
      const tooLong = 'x'.repeat(50_001)
      expect(drawnAtOnce(`\`\`\`${info}\n${tooLong}\n\`\`\``)).toContain('aria-label="Diagram"')
    },
  )

  test('a fence of a file that is called like one is code', () => {
    expect(html('```math.py\nx\n```')).not.toContain('$$')
  })

  test('raw HTML is text', () => {
    const result = html('<script>alert(1)</script>\n\nand <img src=x onerror=alert(1)> inline')
    expect(result).not.toMatch(/<script|<img/)
    expect(result).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(result).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,<script>)',
    '[x](file:///etc/passwd)',
    '[x](vbscript:x)',
    '[x](rivulet://x)',
    '[x](relative.md)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
  ])('%s leads nowhere', (text) => {
    expect(html(text)).not.toContain('href')
  })

  test('a link says where it leads', () => {
    expect(html('[here](https://example.com/a?b=c)')).toContain(
      '<a href="https://example.com/a?b=c" title="https://example.com/a?b=c"',
    )
    expect(html('[mail](mailto:ada@example.com)')).toContain('href="mailto:ada@example.com"')
    expect(html('see https://example.com now')).toContain('href="https://example.com/"')
    expect(html('see example.com or ftp://example.com')).not.toContain('href')
  })

  test.each([
    ['[here](http://example.com/a)', 'http://example.com/a'],
    ['see http://example.com/a now', 'http://example.com/a'],
    ['[here](https://user:pw@example.com/)', 'https://user:pw@example.com/'],
    ['[here](https://user@example.com/)', 'https://user@example.com/'],
  ])('%s is not followed, and says its address', (text, address) => {
    expect(html(text)).not.toContain('href')
    expect(html(text)).toContain(`<span class="dead-link" title="${address}">`)
  })

  test('images are not loaded', () => {
    const result = html('![a chart](https://example.com/track.png)')
    expect(result).not.toMatch(/<img|src=/)
    expect(result).toContain('a chart')
    expect(result).toContain('title="https://example.com/track.png"')
  })

  test('code is exact', () => {
    const code = 'if (a < b && c > d) {\n\treturn "`x`"\n}\n'
    expect(html(`\`\`\`ts\n${code}\`\`\``)).toContain(
      'if (a &lt; b &amp;&amp; c &gt; d) {\n\treturn &quot;`x`&quot;\n}\n</span></code>',
    )
  })

  test('code blocks have a language and their tools', () => {
    const result = html('```ts\nx\n```')
    expect(result).toContain('TypeScript')
    expect(result).toContain('aria-label="Copy code"')
    expect(result).toContain('aria-label="Wrap lines" aria-pressed="false"')
  })

  test('tables, strikethrough, task lists', () => {
    expect(html('| a | b |\n|--|--:|\n| 1 | 2 |')).toContain('<td class="align-right">2</td>')
    expect(html('~~gone~~')).toContain('<s>gone</s>')
    const tasks = html('- [x] done\n- [ ] open\n- [z] none')
    expect(tasks.match(/type="checkbox"/g)).toHaveLength(2)
    expect(tasks).toContain('[z] none')
  })

  test('a list, a quote and a table take the side of their words, those in them share it', () => {
    expect(html('- a\n  1. b\n  > c')).toContain(
      '<ul dir="auto"><li>a<ol start="1"><li>b</li></ol><blockquote><p>c</p></blockquote></li></ul>',
    )
    expect(html('> a\n>\n> - b')).toMatch(/^.*<blockquote dir="auto"><p>a<\/p><ul><li>b/)
    expect(html('| a |\n|--|')).toContain('<div class="table-scroll" dir="auto"')
  })

  test('headings start below those of the page', () => {
    expect(html('# one\n\n###### six')).toBe(
      '<div class="markdown"><div class="blocks"><h3>one</h3><h6>six</h6></div></div>',
    )
  })

  test('a seam stands before the first block that was resumed', () => {
    const result = html('First.\n\nSecond.\n\nThird.', { seams: [8] })
    expect(result).toMatch(/First\.<\/p><div class="seam" title="Resumed here">.*<p>Second/)
  })

  test('no seam stands before the first word', () => {
    expect(html('First.\n\nSecond.', { seams: [0] })).not.toContain('Resumed here')
  })

  const mark =
    '<span class="seam-mark" role="img" aria-label="Resumed here" title="Resumed here"></span>'

  test.each([
    ['One two', 3, `<p>One${mark} two</p>`],
    ['One\n\nTwo', 6, `<p>One</p><p>T${mark}wo</p>`],
    ['a **bold** b', 6, `<p>a <strong>bo${mark}ld</strong> b</p>`],
    [
      'a `code` b',
      5,
      `<p>a <code class="inline-code" dir="ltr"><span>co</span><span>${mark}de</span></code> b</p>`,
    ],
    ['- one\n- two', 9, `<li>t${mark}wo</li>`],
    ['| a | b |\n|--|--|\n| cd | e |', 21, `<td>c${mark}d</td>`],
    ['## Head', 5, `<h4>He${mark}ad</h4>`],
    ['```\nab\ncd\n```', 8, `<code><span class="code-lines">ab\nc${mark}d\n</span></code>`],
  ])('a seam inside %j stands at its offset', (text, offset, expected) => {
    expect(html(text, { seams: [offset] })).toContain(expected)
  })

  test.each([
    ['between the signs of emphasis', 'a **bold** b', 3, `<strong>bold</strong>${mark} b`],
    ['inside an address', 'see https://example.com/a now', 15, `/a</a> ${mark}now`],
    ['before the sign of a list', '- one\n- two', 6, `<li>${mark}two</li>`],
    ['behind a fence', '```ts\nx = 1\n```', 4, `<span class="code-lines">${mark}x = 1`],
    ['inside a character of two units', 'a 😀 b', 3, `<p>a 😀${mark} b</p>`],
    ['inside such a character of code', '```\na😀b\n```', 6, `a😀${mark}b`],
  ])('a seam %s moves on to where it changes nothing', (_, text, offset, expected) => {
    const result = html(text, { seams: [offset] })
    expect(result).toContain(expected)
    expect(result.replaceAll(mark, '').replace(/<\/?span>/g, '')).toBe(
      html(text).replace(/<\/?span>/g, ''),
    )
  })

  test('a text that holds the sign for a seam stays as it is, with its mark behind it', () => {
    const result = html('One \uFDD0 two three', { seams: [9] })
    expect(result).toContain(`<p>One \uFDD0 two three${mark}</p>`)
  })

  test('seams may share a paragraph', () => {
    expect(html('one two three', { seams: [3, 7] })).toContain(`one${mark} two${mark} three`)
  })

  test.each([
    ['a link definition', '> One [a] two three\n>\n> [a]: https://example.com'],
    ['a footnote', '> One[^a] two three\n>\n> [^a]: note'],
  ])('a seam stands beside %s in the same quote', (_, text) => {
    expect(html(text, { seams: [text.indexOf('wo three')] })).toContain(`t${mark}wo three`)
  })

  test('a link definition elsewhere still holds around a seam', () => {
    const text = '[a link][b] here\n\n[b]: https://example.com'
    expect(html(text, { seams: [4] })).toMatch(/<a href="https:\/\/example.com\/".*>a l<span/)
  })

  test('where more is coming is marked only while the text grows', () => {
    expect(html('- one\n- two', { growing: true })).toContain('<li>one</li><li class="growing">two')
    expect(html('One', { growing: true })).toContain('<p class="growing">One</p>')
    expect(html('', { growing: true })).toContain('class="growing"')
    expect(html('done')).not.toContain('growing')
  })
})

describe('blocks', () => {
  const text = '# Title\n\nOne *two*.\r\n\r\n- a\n- b\n\n```\ncode\n```\n'

  test('tell their place', () => {
    const { blocks } = parseMarkdown(text).document
    expect(blocks.map(({ start, end }) => text.slice(start, end).trimEnd())).toEqual([
      '# Title',
      'One *two*.',
      '- a\n- b',
      '```\ncode\n```',
    ])
  })

  test('that are settled keep their identity', () => {
    const before = parseMarkdown(text, { growing: true })
    const after = parseMarkdown(`${text}\nMore.`, { previous: before })
    expect(after.document.blocks).toHaveLength(5)
    for (const [index, block] of before.document.blocks.entries()) {
      expect(after.document.blocks[index]).toBe(block)
    }
  })

  test('are drawn again when a link definition changes what they mean', () => {
    const before = parseMarkdown('[a][b]\n\n', { growing: true })
    const after = parseMarkdown('[a][b]\n\n[b]: https://example.com\n', { previous: before })
    expect(after.document.blocks[0]).not.toBe(before.document.blocks[0])
  })
})
