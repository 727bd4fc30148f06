import { describe, expect, test } from 'vitest'
import { limits } from '../../../../src/renderer/painting/markdown/parser/inlines/limits'
import {
  mostDefinitions,
  mostFootnotes,
} from '../../../../src/renderer/painting/markdown/parser/labels'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import {
  mostColumns,
  mostFilledCells,
  mostRows,
} from '../../../../src/renderer/painting/markdown/parser/table-row'
import { drawnAtOnce, stream } from './drawn'

const lines = (from: number, to: number, line: (index: number) => string) =>
  Array.from({ length: to - from }, (_, index) => line(from + index)).join('')

const definition = (index: number) => `[${index}]: https://a.b\n`
const titledDefinition = (index: number) => `[${index}]: https://a.b "t\nu"\n`
const footnote = (index: number) => `[^${index}]: a\n\n`

/** Much that stands before what is looked at, and what is looked at in small steps. */
const texts: Readonly<Record<string, readonly [before: string, last: string]>> = {
  'link definitions': [
    lines(0, mostDefinitions - 3, titledDefinition),
    `${lines(mostDefinitions - 3, mostDefinitions + 3, titledDefinition)}[${mostDefinitions - 1}] [${mostDefinitions}]\n\n[a]: b\n\n[a]`,
  ],
  'link definitions in paragraphs': [
    lines(0, mostDefinitions - 1, definition),
    `\n${lines(mostDefinitions - 1, mostDefinitions + 1, (index) => `${definition(index)}\n`)}[${mostDefinitions - 1}] [${mostDefinitions}]\n`,
  ],
  footnotes: [
    lines(0, mostFootnotes - 2, footnote),
    `${lines(mostFootnotes - 2, mostFootnotes + 2, footnote)}[^3] [^${mostFootnotes - 1}] [^${mostFootnotes}]\n`,
  ],
  'elements in a paragraph': [
    '*a* **b** `c` '.repeat(limits.elements / 3 - 30),
    '*a* [b](https://c.d) [e] [^f] '.repeat(60),
  ],
  'brackets in a paragraph': [
    'a[0] '.repeat(limits.marksOfBlock - 100),
    '*a* [b](https://c.d) [e] [^f] '.repeat(60),
  ],
  'rows of a table': [`|a|b|\n|-|-|\n${'|c|d|\n'.repeat(mostRows - 3)}`, '|c|d|\n'.repeat(4)],
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

  test.each([
    ['the text ends', ''],
    ['its footnote comes', '\n\n[^f]: Note.\n'],
  ])('of elements with a footnote among the last is drawn alike when %s', (_, end) => {
    const text = `${'*a* '.repeat(limits.elements - 5)}[^f] *a*\n\nMore. `
    const previous = parseMarkdown(text, { growing: true })
    const { document } = parseMarkdown(text + end, { previous })
    expect(JSON.stringify(document)).toBe(JSON.stringify(parseMarkdown(text + end).document))
  })

  test('of brackets in a paragraph is shown as it is written', () => {
    const paragraph = (brackets: number) => drawnAtOnce(`${'a[0] '.repeat(brackets)}*b*`)
    expect(paragraph(limits.marksOfBlock)).toContain('<em>b</em>')
    expect(paragraph(limits.marksOfBlock + 2 * limits.run)).toMatch(/a\[0\] \*b\*</)
  })

  test('of levels of quotes is text in the deepest that is drawn', () => {
    const drawn = drawnAtOnce(`${'>'.repeat(52)} a`)
    expect(drawn.match(/<blockquote/g)).toHaveLength(50)
    expect(drawn).toContain('>&gt;&gt; a</div></blockquote>')
  })

  test('of columns is text', () => {
    const table = (columns: number) => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`
    expect(drawnAtOnce(table(mostColumns))).toContain('<table')
    expect(drawnAtOnce(table(mostColumns + 1))).not.toContain('<table')
  })

  test('of rows is text behind the table', () => {
    const table = (rows: number) => `|a|\n|-|\n${'|b|\n'.repeat(rows - 1)}`
    for (const behind of [0, 1, 2_000]) {
      const shown = drawnAtOnce(table(mostRows + behind))
      expect(shown.match(/<tr>/g)).toHaveLength(mostRows)
      expect(shown.match(/\|b\|/g)?.length ?? 0).toBe(behind)
    }
  })

  test('of cells that were left out stays left out', () => {
    const columns = 101
    const head = `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`
    const rows = Math.ceil(mostFilledCells / (columns - 1)) + 1
    const shown = drawnAtOnce(`${head}${'|b|\n'.repeat(rows)}`)
    const filled = Math.floor(mostFilledCells / (columns - 1))
    expect(shown.match(/<td/g)).toHaveLength(filled * columns + rows - filled)
  })

  test('of link definitions is text', () => {
    const text = lines(0, mostDefinitions + 1, (index) => `[w${index}]: https://a.b/${index}\n`)
    const last = mostDefinitions - 1
    const shown = drawnAtOnce(`${text}\n[w${last}] [w${last + 1}]`)
    expect(shown).not.toContain(`[w${last}]`)
    expect(shown).toContain(`[w${last + 1}]: <a href="https://a.b/${last + 1}"`)
    expect(shown).toContain(`[w${last + 1}]<`)
  })

  test('of footnotes is text', () => {
    const text = lines(
      0,
      mostFootnotes + 1,
      (index) => `a[^${index}]\n\n[^${index}]: w${index}z\n\n`,
    )
    const shown = drawnAtOnce(text)
    expect(shown).not.toContain(`[^${mostFootnotes - 1}]`)
    expect(shown).toContain(`a[^${mostFootnotes}]`)
    expect(shown).toContain(`[^${mostFootnotes}]: w${mostFootnotes}z`)
  })

  test('of footnotes waits for no more of them', () => {
    const text = (count: number) =>
      `${lines(0, count, (index) => `a[^${index}]\n\n[^${index}]: b\n\n`)}see[^later] more`
    expect(drawnAtOnce(text(mostFootnotes - 1), true)).not.toContain('[^later]')
    expect(drawnAtOnce(text(mostFootnotes), true)).toContain('see[^later] more')
  })

  test('of elements in one paragraph is shown as it is written', () => {
    const most = '*a* '.repeat(limits.elements)
    expect(drawnAtOnce(`${most}b`)).not.toContain('*')
    const shown = drawnAtOnce(`${most}*b*`)
    expect(shown.match(/<em>/g)).toHaveLength(limits.elements)
    expect(shown).toContain('*b*')
  })

  test('of elements in one paragraph is shown with the definitions it would use', () => {
    const many = '*a* '.repeat(limits.elements + limits.run)
    const shown = drawnAtOnce(`${many}[w1z]\n\nAnd *here*\n\n[w1z]: https://w2z.com`)
    expect(shown).toContain('*a* *a* [w1z]')
    expect(shown).toContain('<em>here</em>')
    expect(shown).toContain('[w1z]: https://w2z.com')
    expect(drawnAtOnce(`${many}[^w1z]\n\n[^w1z]: w2z`)).toContain('[^w1z]: w2z')
  })

  test('of openers in one line is given up', () => {
    const emphasis = (openers: number) =>
      drawnAtOnce(`**${'[a '.repeat(openers)}${'b '.repeat(limits.word)}b**`)
    expect(emphasis(limits.marks / 2)).toContain('<strong>')
    expect(emphasis(limits.marks)).not.toContain('<strong>')
  })
})
