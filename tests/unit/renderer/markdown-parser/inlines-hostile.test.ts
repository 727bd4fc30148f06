import { describe, expect, test } from 'vitest'
import type { Inline } from '../../../../src/renderer/painting/markdown/node'
import { parseInlines } from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { contextOf, htmlOf, inlinesOf, settledInlines } from './inlines-html'

const times = 50_000
const many = (text: string, count = times) => text.repeat(count)
const risingBackticks = Array.from({ length: 1000 }, (_, length) => `e${'`'.repeat(length)}`).join(
  '',
)

const sources: Readonly<Record<string, string>> = {
  'strong in emphasis in strong': `${many('*a **a ')}b${many(' a** a*')}`,
  'closers without openers': many('a_ '),
  'openers without closers': many('_a '),
  'openers that do not match': many('*a_ '),
  'runs that the rule of three keeps apart': `a**b${many('c* ')}`,
  'one long opener and one long closer': `${many('*')}a${many('*')}`,
  'openers of all kinds': many('*a_b~~c'),
  'tildes and stars': many('x*~'),
  'brackets that close nothing': many('a]'),
  'brackets that nothing closes': many('[a'),
  'brackets in brackets': `${many('[')}a${many(']')}`,
  'brackets and parentheses': many('[ ('),
  'images that nothing closes': many('!['),
  'images and links': many('![[]()'),
  'images in images': `${many('![')}a${many('](u)')}`,
  'links in open images': `${many('![')}${many('[a](u)')}`,
  'links with emphasis across': many('**x [a*b**c*](d)'),
  'emphasis in broken links': many('*~~a_[b~~*]('),
  'addresses that nothing closes': many('[a](<b'),
  'addresses without an end': many('[a](b'),
  'parentheses in addresses': many('[a](b(c'),
  'titles in double quotes': many('[a](b "'),
  'titles in single quotes': many("[a](b '"),
  'titles in parentheses': many('[a](b ('),
  'labels without an end': many('[a][b'),
  'labels without a definition': many('[a][b]'),
  'long labels': many(`[${'a'.repeat(990)}`, 500),
  'a bracket and many labels': `[${many('[a]')}`,
  'runs of backticks, each longer': risingBackticks,
  'backticks of two lengths': `\`${many('a `` ')}`,
  'angle brackets': many('<'),
  'schemes in angle brackets': many('<a:'),
  'mail addresses without an end': many('<a@b.'),
  schemes: many('https://'),
  'addresses with parentheses': many('https://a(b'),
  'an address with closing parentheses': `https://a${many(')')}`,
  'addresses of mail': many('mailto:a@'),
  dollars: many('$'),
  'dollars and letters': many('$a '),
  'two dollars': many('$$ '),
  'escaped dollars': `$${many('\\$')}`,
  'formulas that nothing closes': many('\\(a'),
  'formulas that only seem to be closed': many('\\(\\\\)'),
  'displayed formulas that nothing closes': many('\\[a'),
  'formulas interrupted by backticks': many(`${'\\('.repeat(500)}\`\` \\)`, 100),
  'formulas interrupted by blank lines': many(`${'\\('.repeat(500)}\n\n\\)`, 100),
  ampersands: many('&'),
  'references that nothing ends': many('&a'),
  backslashes: many('\\'),
  footnotes: many('[^a]'),
  'footnotes without an end': many('[^a'),
  spaces: `a${many(' ')}b`,
  'hard breaks': many('a  \n'),
}

/** However it is written, a character is looked at so many times at most: addresses nest 32 deep. */
const most = 40

/** So many elements in each other, and a text in them. */
const deepest = 61

function parse(source: string, isGrowing: boolean) {
  let steps = 0
  const context = { ...contextOf(), visited: (count: number) => (steps += count) }
  const parsed = parseInlines(source, context, { atEnd: isGrowing, documentGrowing: isGrowing })
  return { inlines: inlinesOf(parsed), steps }
}

function depthOf(inlines: readonly Inline[]): number {
  const depths = inlines.map((inline) => ('children' in inline ? 1 + depthOf(inline.children) : 1))
  return depths.reduce((deepest, depth) => Math.max(deepest, depth), 0)
}

function lettersOf(inlines: readonly Inline[]): number {
  return inlines.reduce((count, inline) => {
    if ('children' in inline) return count + lettersOf(inline.children)
    if (inline.kind === 'image') return count + lettersIn(inline.alt)
    return count + ('text' in inline ? lettersIn(inline.text) : 0)
  }, 0)
}

const lettersIn = (text: string) => text.match(/[ace]/g)?.length ?? 0

describe('a hostile source', () => {
  test.each(Object.entries(sources))(
    'of %s has a price for each character and a tree that can be drawn',
    (_, source) => {
      for (const isGrowing of [false, true]) {
        const { inlines, steps } = parse(source, isGrowing)
        expect(steps).toBeGreaterThanOrEqual(source.length)
        expect(steps / source.length).toBeLessThan(most)
        expect(depthOf(inlines)).toBeLessThanOrEqual(deepest)
      }
    },
  )

  test('loses nothing where it is too deep', () => {
    const source = `${many('*a **a ', 500)}b${many(' a** a*', 500)}`
    expect(lettersOf(settledInlines(source))).toBe(2000)
    const images = `${many('![', 100)}a${many('](u)', 100)}`
    expect(htmlOf(settledInlines(images))).toBe(
      `${'<img src="u" alt="'}${many('![', 40)}a${many('](u)', 40)}">`,
    )
  })

  test('costs only its end when it grows', () => {
    const prose = 'Some *words* with [a link](https://a.b), `code` and $x$ in them. '.repeat(2000)
    let steps = 0
    const context = { ...contextOf(), visited: (count: number) => (steps += count) }
    const options = { atEnd: true, documentGrowing: true }
    let previous = parseInlines(prose.slice(0, -5000), context, options)
    for (let rest = 4990; rest >= 0; rest -= 10) {
      steps = 0
      previous = parseInlines(prose.slice(0, prose.length - rest), context, {
        ...options,
        previous,
      })
      expect(steps).toBeLessThan(20_000)
    }
  })
})
