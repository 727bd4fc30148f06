import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { drawn, drawnAtOnce, stream } from './drawn'

const lines = (from: number, to: number, line: (index: number) => string) =>
  Array.from({ length: to - from }, (_, index) => line(from + index)).join('')

/** Much that stands before what is looked at, and what is looked at in small steps. */
const texts: Readonly<Record<string, readonly [before: string, last: string]>> = {
  'link definitions': [
    lines(0, 997, (index) => `[${index}]: https://a.b "t\nu"\n`),
    `${lines(997, 1003, (index) => `[${index}]: https://a.b "t\nu"\n`)}[999] [1001]\n\n[a]: b\n\n[a]`,
  ],
  'link definitions in paragraphs': [
    `${lines(0, 999, (index) => `[${index}]: https://a.b\n`)}`,
    `\n[999]: https://a.b\n\n[1000]: https://a.b\n\n[999] [1000]\n`,
  ],
  footnotes: [
    lines(0, 498, (index) => `[^${index}]: a\n\n`),
    `${lines(498, 502, (index) => `[^${index}]: a\n\n`)}[^3] [^499] [^500]\n`,
  ],
  'elements in a paragraph': [
    '*a* **b** `c` '.repeat(970),
    '*a* [b](https://c.d) [e] [^f] '.repeat(60),
  ],
  'rows of a table': [`|a|b|\n|-|-|\n${'|c|d|\n'.repeat(1_997)}`, '|c|d|\n'.repeat(4)],
  'openers in a line': ['*a _b [c '.repeat(130), `${'*a _b [c '.repeat(30)}*d* `],
  'text without white space': [
    '文'.repeat(1_990),
    `${'👩‍🔬'.repeat(10)}*字*https://a.b/${'文'.repeat(30)}`,
  ],
}

describe('what is far more than anybody writes', () => {
  test.each(Object.entries(texts))('of %s is drawn the same when it grows', (_, [before, last]) => {
    const ends = Array.from(last, (_, index) => before.length + index).filter(
      (_, index) => index % 3 === 0,
    )
    stream(before + last, ends, (parsed, prefix) => {
      const { document } = parseMarkdown(prefix, { growing: parsed.growing })
      expect(JSON.stringify(parsed.document)).toBe(JSON.stringify(document))
    })
  })

  test('of columns is text, and so are the last of very many rows', () => {
    const columns = `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n`
    expect(drawnAtOnce(columns)).not.toContain('<table>')
    const shown = drawnAtOnce(`|a|\n|-|\n${'|b|\n'.repeat(3_000)}|end|`)
    expect(shown.match(/<tr>/g)?.length).toBeGreaterThan(900)
    expect(shown.match(/<tr>/g)?.length).toBeLessThan(1_100)
    expect(shown).toContain('|b|\n|end|<')
  })

  test('of link definitions is text', () => {
    const text = lines(0, 1_010, (index) => `[w${index}]: https://a.b/${index}\n`)
    const shown = drawnAtOnce(`${text}\n[w3] [w1005]`)
    expect(shown).not.toContain('[w3]: ')
    expect(shown).toContain('[w1005]: <a href="https://a.b/1005"')
    expect(shown).toContain('[w1005]<')
  })

  test('of footnotes is text', () => {
    const text = lines(0, 1_010, (index) => `a[^${index}]\n\n[^${index}]: w${index}z\n\n`)
    const shown = drawn(parseMarkdown(text))
    expect(shown).not.toContain('[^3]: ')
    expect(shown).toContain('[^1005]: w1005z')
  })

  test('of elements in one paragraph is shown as it is written, and its definitions with it', () => {
    const many = '*a* '.repeat(5_000)
    const shown = drawnAtOnce(`${many}[w1z]\n\nAnd *here*\n\n[w1z]: https://w2z.com`)
    expect(shown.match(/<em>/g)?.length).toBeGreaterThan(2_000)
    expect(shown.match(/<em>/g)?.length).toBeLessThan(3_002)
    expect(shown).toContain('*a* *a* [w1z]')
    expect(shown).toContain('<em>here</em>')
    expect(shown).toContain('[w1z]: https://w2z.com')
  })
})
