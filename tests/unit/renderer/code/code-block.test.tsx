import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { CodeBlock } from '../../../../src/renderer/painting/code/code-block'
import { codeRuns } from '../../../../src/renderer/painting/code/code-runs'
import { highlightLines } from '../../../../src/renderer/painting/code/highlight-lines'
import { groupLines, linesInGroup } from '../../../../src/renderer/painting/code/line-groups'
import { loadLanguage } from '../../../../src/renderer/painting/code/load-language'

interface Options {
  readonly info?: string
  readonly seams?: readonly number[]
  readonly growing?: boolean
}

const html = (
  lines: readonly string[],
  { info = 'ts', seams = [], growing = false }: Options = {},
) => renderToStaticMarkup(<CodeBlock lines={lines} info={info} seams={seams} growing={growing} />)

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
}

/** What the window's `textContent` of the code would be. */
function shownCode(markup: string): string {
  const code = /<code>(.*)<\/code>/s.exec(markup)?.[1] ?? ''
  const text = code.replace(/<[^>]*>/g, '')
  return text.replace(/&(?:lt|gt|amp|quot|#x27);/g, (entity) => entities[entity] ?? entity)
}

beforeAll(() => loadLanguage('ts'))

describe('the block', () => {
  test('has the names that its readers know', () => {
    const markup = html(['const x = 1'])
    expect(markup).toMatch(/<figure class="code-block"[^>]* aria-label="TypeScript code">/)
    expect(markup).toContain('<span class="code-block-language">TypeScript</span>')
    expect(markup).toContain('aria-label="Wrap lines" aria-pressed="false"')
    expect(markup).toContain('aria-label="Copy code"')
    expect(html(['x'], { info: '' })).toContain('aria-label="Code"')
  })

  test('has an element only for what has a colour', () => {
    expect(html(['const x = f(1)', '', 'y'])).toContain(
      '<code><span class="code-lines"><span class="tok-key">const</span> x = ' +
        '<span class="tok-fn">f</span>(<span class="tok-num">1</span>)\n\ny\n</span></code>',
    )
  })

  test('a comment over lines is one element', () => {
    expect(html(['/* a', '   b', '*/'])).toContain('<span class="tok-com">/* a\n   b\n*/</span>')
  })

  test('an unknown language is plain', () => {
    expect(html(['const x'], { info: 'klingon' })).toContain(
      '<code><span class="code-lines">const x\n</span></code>',
    )
  })

  test('while it grows its last group is marked', () => {
    expect(html(['a', 'b'], { growing: true })).toContain(
      '<span class="code-lines growing">a\nb</span>',
    )
    expect(html([], { growing: true })).toContain('<pre class="growing"')
    expect(html(['a'])).not.toContain('growing')
  })

  test('a seam stands at its place, also inside a word and at the end', () => {
    expect(html(['const x'], { seams: [2] })).toMatch(
      /<span class="tok-key">co<\/span><span class="seam-mark"[^>]*><\/span><span class="tok-key">nst</,
    )
    expect(html(['a'], { seams: [2] }).match(/seam-mark/g)).toHaveLength(1)
  })

  const line = fc.oneof(
    fc.constantFrom(
      'const x = `a',
      '/* x',
      '*/ y',
      '</code>',
      '&lt;',
      '',
      '\t<b> "\'',
      '\u{1F600}',
    ),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')),
  )

  test('shows exactly the code, wherever its seams are', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 60 }),
        fc.array(fc.nat(400), { maxLength: 4 }),
        fc.boolean(),
        (lines, places, growing) => {
          const code = lines.map((text) => `${text}\n`).join('')
          const seams = places
            .map((place) => Math.min(place, code.length))
            .sort((left, right) => left - right)
          const markup = html(lines, { seams, growing })
          // While it grows the end of its last line is not there yet.
          expect(shownCode(markup)).toBe(growing ? code.slice(0, -1) : code)
          const marks = markup.match(/class="seam-mark"/g) ?? []
          expect(marks).toHaveLength(lines.length === 0 ? 0 : seams.length)
        },
      ),
    )
  })
})

describe('groups', () => {
  test('what is settled is the same object when lines are added', () => {
    const texts = Array.from({ length: linesInGroup * 3 + 2 }, (_, index) => `line ${index}`)
    const first = highlightLines(null, texts)
    const groups = groupLines(first.lines)
    const second = highlightLines(null, [...texts, 'more'], first)
    const grown = groupLines(second.lines, groups)
    expect(groups).toHaveLength(4)
    for (const index of [0, 1, 2]) expect(grown[index]).toBe(groups[index])
    expect(grown[3]).toHaveLength(3)
  })

  test('have as few runs as they can', () => {
    const group = highlightLines(null, ['a', '', 'b']).lines
    expect(codeRuns(group)).toEqual([{ text: 'a\n\nb\n', tokenClass: null }])
  })
})

describe('a very long line', () => {
  const partsOf = (text: string) =>
    codeRuns(highlightLines(null, [text]).lines).map((run) => run.text)

  test('changes only its last part as it grows', () => {
    const text = 'ab\u{1F600}'.repeat(50_000)
    const parts = partsOf(text)
    expect(parts.join('')).toBe(`${text}\n`)
    expect(parts.length).toBeGreaterThan(100)
    const longer = partsOf(`${text}xyz`)
    expect(longer.slice(0, parts.length - 2)).toEqual(parts.slice(0, -2))
  })

  test('is never cut inside a character', () => {
    fc.assert(
      fc.property(fc.nat(3), (offset) => {
        const text = 'x'.repeat(offset) + '\u{1F600}'.repeat(4000)
        for (const part of partsOf(text)) expect(part).not.toMatch(/\p{Cs}/u)
      }),
    )
  })

  test('stands among others as parts that end with it', () => {
    const markup = html(['a', 'x'.repeat(4000), 'b'], { info: '', growing: true, seams: [2000] })
    expect(shownCode(markup)).toBe(`a\n${'x'.repeat(4000)}\nb`)
    expect(markup).toMatch(/>a\n<span class="code-part">x+<\/span>/)
    expect(markup).toMatch(/x<\/span>\nb<\/span><\/code>/)
  })
})
