import { describe, expect, test } from 'vitest'
import {
  type InlineContext,
  parseInlines,
} from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { htmlOf, inlinesOf } from './inlines-html'

const context: InlineContext = {
  definition: (label) =>
    label === 'FOO' ? { address: 'https://foo.com', title: null } : undefined,
  isFootnote: (label) => label === '1',
}

function htmlAt(source: string, options: { atEnd: boolean; documentGrowing: boolean }): string {
  return htmlOf(inlinesOf(parseInlines(source, context, options)))
}

const growing = (source: string) => htmlAt(source, { atEnd: true, documentGrowing: true })
const settled = (source: string) => htmlAt(source, { atEnd: false, documentGrowing: false })

/** What is no beginning of a formula, of strong text or of a link right behind a word. */
const behindWord: Readonly<Record<string, string>> = {
  '$x^2': 'word$x^2',
  '$\\alpha': 'word$\\alpha',
  '**[': 'word**',
  '[**': 'word[',
}

describe('the end of a source that may go on', () => {
  test.each([
    ...[
      '*',
      '**',
      '***',
      '_',
      '__',
      '~',
      '~~',
      '`',
      '``',
      '[',
      '!',
      '![',
      '\\',
      '&',
      '&am',
      '&#',
      '&#x2',
    ],
    ...[
      '<',
      '<https:',
      '<https://a.b/',
      '<htt',
      '<me@a',
      '$',
      '$$',
      '\\(',
      '\\[',
      '[^',
      '[^1',
      '[^note',
    ],
    ...[
      '$x^2',
      '$\\alpha',
      '$$x = 1',
      '$$\n\\int',
      '\\(a + b',
      '\\[ \\frac{1}{2}',
      '**[',
      '[**',
      '![]',
    ],
  ])('holds back %j', (end) => {
    expect(growing(`word ${end}`)).toBe('word ')
    expect(growing(`word${end}`)).toBe(behindWord[end] ?? 'word')
  })

  test.each([
    ['**bold wor', '<strong>bold wor</strong>'],
    ['*it', '<em>it</em>'],
    ['_it', '<em>it</em>'],
    ['***both', '<em><strong>both</strong></em>'],
    ['~~st', '<s>st</s>'],
    ['~~st~', '<s>st</s>'],
    ['**a *b', '<strong>a <em>b</em></strong>'],
    ['**a*', '<strong>a</strong>'],
    ['**a**', '<strong>a</strong>'],
    ['*a*', '<em>a</em>'],
    ['*a**', '<em>a</em>'],
    ['***a**', '<em><strong>a</strong></em>'],
    ['**a *b***', '<strong>a <em>b</em></strong>'],
    ['**a *b**', '<strong>a <em>b</em></strong>'],
    ['**a `b', '<strong>a <code>b</code></strong>'],
    ['`cod', '<code>cod</code>'],
    ['``a ` b`', '<code>a ` b</code>'],
    ['`` `a', '<code>`a</code>'],
    ['**a [b', '<strong>a <a>b</a></strong>'],
    ['[a **b', '<a>a <strong>b</strong></a>'],
    ['[a **b*', '<a>a <strong>b</strong></a>'],
    ['[text', '<a>text</a>'],
    ['[text]', '<a>text</a>'],
    ['[text](', '<a>text</a>'],
    ['[text](htt', '<a>text</a>'],
    ['[text](http://par', '<a>text</a>'],
    ['[text](<http://par', '<a>text</a>'],
    ['[text](http://a(b', '<a>text</a>'],
    ['[text](http://a.b "tit', '<a>text</a>'],
    ['[text](http://a.b "tit"', '<a>text</a>'],
    ['[text][', '<a>text</a>'],
    ['[text][lab', '<a>text</a>'],
    ['[foo]', '<a href="https://foo.com">foo</a>'],
    ['![alt', '<img alt="alt">'],
    ['![alt](http://p', '<img alt="alt">'],
    ['[![alt', '<a><img alt="alt"></a>'],
    ['[![alt](http://a.b', '<a><img alt="alt"></a>'],
    ['[![alt](http://a.b)', '<a><img src="http://a.b" alt="alt"></a>'],
    ['[^1]', '<sup>1</sup>'],
    ['[^2]', '<sup>2</sup>'],
    ['https://a.b/c.', '<a href="https://a.b/c">https://a.b/c</a>.'],
    ['**https://a.b*', '<strong><a href="https://a.b">https://a.b</a></strong>'],
  ])('draws %j as what it will be', (source, html) => {
    expect(growing(source)).toBe(html)
    expect(growing(`A word. ${source}`)).toBe(`A word. ${html}`)
  })

  test.each([
    ['what is indexed', 'list[0'],
    ['what is indexed and called', 'list[0](argu'],
    ['what is called and indexed', 'list()[0'],
    ['a path', '[text](/a'],
    ['a bracket long ago', `[${'word '.repeat(80)}`],
    ['a backtick long ago', `\`${'word '.repeat(300)}`],
    ['a star long ago', `*${'word '.repeat(300)}`],
    ['a product', '2*3 is'],
    ['an amount', 'It costs $5'],
    ['an amount and more', 'It costs $5 or so'],
    ['a variable', '$HOME is where'],
    ['words in escaped brackets', '\\[as we'],
    ['a tag', 'the <div'],
    ['something that is less', 'a < b'],
    ['a formula with code', '\\(a `b` c'],
  ])('leaves %s as it is', (_, source) => {
    expect(growing(source)).toBe(settled(source))
  })

  test('holds back what may be the mark of a task', () => {
    for (const source of ['[', '[ ', '[ ]', '[x', '[x]']) expect(growing(source)).toBe('')
    expect(growing('a [x]')).toBe('a <a>x</a>')
  })

  test('is nothing special when nothing more comes', () => {
    expect(settled('**bold `cod [text](http://a')).toBe(
      '**bold `cod [text](<a href="http://a">http://a</a>',
    )
    expect(settled('a $x + [^2] ![')).toBe('a $x + [^2] ![')
  })
})

test('no syntax is ever seen while a source comes', () => {
  const source =
    'Some **bold *and* more** ~~gone~~ `code` [link](https://a.b/c "t"), ![alt](https://c.d) and ' +
    '***both*** _too_ $x + y$, \\(y\\) $$z$$ \\[w\\] with <https://e.f/> a note[^1] or[^2] ' +
    '[ref][foo], [other][] and [a [^1] **b `c`**](https://g.h) \\* [![i](https://i.j)](https://k.l) end.'
  for (let end = 0; end <= source.length; end += 1) {
    const shown = growing(source.slice(0, end)).replace(/<[^>]*>/g, '')
    expect(shown.replace(/\*(?= |$)/, '')).not.toMatch(/[*_~`[\]$\\!()^]|&/)
  }
})

test.each([
  'The plan costs **$5** per month for everybody in the whole organisation, and that is all.',
  'From **$5** to **$10**.',
  'Either $100k+ or $200k+ a year',
  'Between $5+ and <$10, or $5=$5, or $5|$6 & $7.',
  'Shares of $AAPL rose **five** percent on Monday, and everybody in the market was happy.',
  'The variable $user_name holds the name of the user who is logged in at the moment.',
])('no word goes away and nothing is a formula while %j comes', (source) => {
  for (let end = 0; end <= source.length; end += 1) {
    const shown = growing(source.slice(0, end))
    expect(shown).not.toContain('<math>')
    expect(shown.replace(/<[^>]*>/g, '').length).toBeGreaterThan(end - 30)
  }
})

test.each(['a + b', 'x_1', 'a < b', 'f(x) = 2', 'speed = distance / time', '2^n + 1', '\\frac12'])(
  'no dollar is seen while the formula %j comes',
  (tex) => {
    const source = `So $${tex}$ is`
    expect(growing(source)).toContain('</math> is')
    const shown = Array.from(source, (_, end) => growing(source.slice(0, end)))
    // A number is money until something of TeX follows.
    expect(shown.filter((html) => /\$(?!2$)/.test(html))).toEqual([])
  },
)

test.each(['2x + 3 = 7', '0 < x < 1', '2'])(
  'what begins with a number is a formula as soon as something follows, as in %j',
  (tex) => {
    expect(growing(`So $${tex}$`)).not.toContain('<math>')
    expect(growing(`So $${tex}$ `)).toContain('<math>')
    expect(settled(`So $${tex}$`)).toContain('<math>')
  },
)

describe('a label that is not defined', () => {
  test('may be while the document grows', () => {
    const html = (source: string) => htmlAt(source, { atEnd: false, documentGrowing: true })
    expect(html('[text][label] and')).toBe('<a>text</a> and')
    expect(html('[text][] and')).toBe('<a>text</a> and')
    expect(html('![text][label] and')).toBe('<img alt="text"> and')
    expect(html('[^9] and')).toBe('<sup>9</sup> and')
    expect(html('[text] and')).toBe('[text] and')
    expect(html('list[0][1] and')).toBe('list[0][1] and')
  })

  test('is text in the end, and a previous parse does not change that', () => {
    const source = `[text][label] [^9] ${'word '.repeat(500)}`
    const previous = parseInlines(source, context, { atEnd: true, documentGrowing: true })
    const options = { atEnd: false, documentGrowing: false }
    const parsed = parseInlines(source, context, { ...options, previous })
    expect(parsed).toEqual(parseInlines(source, context, options))
    expect(htmlOf(inlinesOf(parsed))).toContain('[text][label] [^9] word')
  })

  test('is told, as are those that are used and the footnotes', () => {
    const parsed = parseInlines('[Foo] [bar] [a][foo] ![x][no\nne] [^2] [^1] [^2]', context, {
      atEnd: false,
      documentGrowing: true,
    })
    expect(parsed.labels).toEqual(['FOO', 'BAR', 'NO NE'])
    expect(parsed.used).toEqual(['FOO'])
    expect(parsed.footnotes).toEqual(['2', '1'])
  })
})
