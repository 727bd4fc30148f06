import { describe, expect, test } from 'vitest'
import type { Inline } from '../../../../src/renderer/painting/markdown/node'
import { parseInlines } from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { contextOf, htmlOf, inlinesOf, settledInlines } from './inlines-html'

type Many = (text: string, share?: number) => string

/** Of two sizes: a price for each character is the same for both. */
const sizes = [2_000, 8_000]

/** `share` makes long texts as long as short ones that are repeated more often. */
const manyOf =
  (times: number): Many =>
  (text, share = 1) =>
    text.repeat(Math.ceil(times * share))
const many = (text: string, times: number) => text.repeat(times)

function risingBackticks(many: Many): string {
  const longest = Math.sqrt(many('x').length * 8)
  return Array.from({ length: longest }, (_, length) => `e${'`'.repeat(length)}`).join('')
}

const sources: Readonly<Record<string, (many: Many) => string>> = {
  'strong in emphasis in strong': (many) => `${many('*a **a ')}b${many(' a** a*')}`,
  'closers without openers': (many) => many('a_ '),
  'openers without closers': (many) => many('_a '),
  'openers that do not match': (many) => many('*a_ '),
  'runs that the rule of three keeps apart': (many) => `a**b${many('c* ')}`,
  'one long opener and one long closer': (many) => `${many('*')}a${many('*')}`,
  'openers of all kinds': (many) => many('*a_b~~c'),
  'tildes and stars': (many) => many('x*~'),
  'brackets that close nothing': (many) => many('a]'),
  'brackets that nothing closes': (many) => many('[a'),
  'brackets in brackets': (many) => `${many('[')}a${many(']')}`,
  'brackets and parentheses': (many) => many('[ ('),
  'images that nothing closes': (many) => many('!['),
  'images and links': (many) => many('![[]()'),
  'images in images': (many) => `${many('![')}a${many('](u)')}`,
  'links in open images': (many) => `${many('![')}${many('[a](u)')}`,
  'links with emphasis across': (many) => many('**x [a*b**c*](d)'),
  'emphasis in broken links': (many) => many('*~~a_[b~~*]('),
  'addresses that nothing closes': (many) => many('[a](<b'),
  'addresses without an end': (many) => many('[a](b'),
  'parentheses in addresses': (many) => many('[a](b(c'),
  'titles in double quotes': (many) => many('[a](b "'),
  'titles in single quotes': (many) => many("[a](b '"),
  'titles in parentheses': (many) => many('[a](b ('),
  'labels without an end': (many) => many('[a][b'),
  'labels without a definition': (many) => many('[a][b]'),
  'long labels': (many) => many(`[${'a'.repeat(990)}`, 0.01),
  'a bracket and many labels': (many) => `[${many('[a]')}`,
  'runs of backticks, each longer': risingBackticks,
  'backticks of two lengths': (many) => `\`${many('a `` ')}`,
  'angle brackets': (many) => many('<'),
  'schemes in angle brackets': (many) => many('<a:'),
  'mail addresses without an end': (many) => many('<a@b.'),
  schemes: (many) => many('https://'),
  'addresses with parentheses': (many) => many('https://a(b'),
  'an address with closing parentheses': (many) => `https://a${many(')')}`,
  'addresses behind open brackets': (many) => many('https://a['),
  'addresses in front of brackets': (many) => many('https://a]'),
  'addresses of mail': (many) => many('mailto:a@'),
  'parts of one address of mail': (many) => `mailto:${many('a.')}@${many('b.')}`,
  dollars: (many) => many('$'),
  'dollars and letters': (many) => many('$a '),
  'two dollars': (many) => many('$$ '),
  'escaped dollars': (many) => `$${many('\\$')}`,
  'formulas that nothing closes': (many) => many('\\(a'),
  'formulas that only seem to be closed': (many) => many('\\(\\\\)'),
  'displayed formulas that nothing closes': (many) => many('\\[a'),
  'formulas interrupted by backticks': (many) => many(`${'\\('.repeat(500)}\`\` \\)`, 0.002),
  'formulas interrupted by blank lines': (many) => many(`${'\\('.repeat(500)}\n\n\\)`, 0.002),
  ampersands: (many) => many('&'),
  'references that nothing ends': (many) => many('&a'),
  backslashes: (many) => many('\\'),
  footnotes: (many) => many('[^a]'),
  'footnotes without an end': (many) => many('[^a'),
  spaces: (many) => `a${many(' ')}b`,
  'hard breaks': (many) => many('a  \n'),
}

/** However it is written, a character is looked at so many times at most … */
const most = 8
/** … but in these, where each looks for the end of an address whose parentheses nest 32 deep. */
const mostInParentheses = 40
const nesting = ['emphasis in broken links', 'addresses without an end', 'parentheses in addresses']

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
    (name, make) => {
      for (const size of sizes) {
        const source = make(manyOf(size))
        for (const isGrowing of [false, true]) {
          const { inlines, steps } = parse(source, isGrowing)
          expect(steps).toBeGreaterThanOrEqual(source.length)
          expect(steps / source.length).toBeLessThan(
            nesting.includes(name) ? mostInParentheses : most,
          )
          expect(depthOf(inlines)).toBeLessThanOrEqual(deepest)
        }
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
