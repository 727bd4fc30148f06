import { describe, expect, test } from 'vitest'
import {
  type InlineContext,
  parseInlines,
} from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { htmlOf, inlinesOf, settledOptions } from './inlines-html'

const context: InlineContext = {
  definition: (label) =>
    label === 'BAD' ? { address: 'javascript:alert(1)', title: null } : undefined,
  isFootnote: (label) => label === '1' || label === 'NOTE',
}

const html = (source: string) => htmlOf(inlinesOf(parseInlines(source, context, settledOptions)))
const link = (address: string) => `<a href="${address}">${address}</a>`

describe('formulas', () => {
  test.each([
    ['$x$', '<math>x</math>'],
    ['as $x_1 * y * z$ says', 'as <math>x_1 * y * z</math> says'],
    ['公式$x$是', '公式<math>x</math>是'],
    ['($n$-th)', '(<math>n</math>-th)'],
    ['$a\\$b$', '<math>a\\$b</math>'],
    ['$2x + 3 = 7$', '<math>2x + 3 = 7</math>'],
    ['$2$', '<math>2</math>'],
    ['$a$$b$', '<math>a</math><math>b</math>'],
    ['$$x$$', '<math display>x</math>'],
    ['so $$ x\n= 1 $$ is', 'so <math display> x\n= 1 </math> is'],
    ['\\(a_b_c\\)', '<math>a_b_c</math>'],
    ['\\[ \\frac{1}{2} \\]', '<math display> \\frac{1}{2} </math>'],
    ['\\(a\\\\\\)', '<math>a\\\\</math>'],
    ['**a $x$**', '<strong>a <math>x</math></strong>'],
    ['*a $*$ b*', '<em>a <math>*</math> b</em>'],
    ['[$x$](https://a.b)', '<a href="https://a.b"><math>x</math></a>'],
  ])('are found in %j', (source, expected) => {
    expect(html(source)).toBe(expected)
  })

  test.each([
    ['$5 and $10'],
    ['between $5-$10'],
    ['US$5 and CA$7'],
    ['$5 million or A$'],
    ['$ x $'],
    ['$x $'],
    ['a $x'],
    ['$$'],
    ['$$ $$'],
    ['$$$x$$$'],
    ['ranges ($) to ($)'],
    ['$x\n\ny$'],
    [`$${'x'.repeat(2001)}$`],
  ])('are not found in %j', (source) => {
    expect(html(source)).toBe(source)
  })

  test.each([
    ['\\$x\\$', '$x$'],
    ['\\(\\)', '()'],
    ['\\[1\\]', '[1]'],
    ['\\(a', '(a'],
    ['$a `b$ c`', '$a <code>b$ c</code>'],
    ['costs `$5` or `$6`', 'costs <code>$5</code> or <code>$6</code>'],
  ])('do not prevent what else is in %j', (source, expected) => {
    expect(html(source)).toBe(expected)
  })
})

describe('bare addresses', () => {
  test.each([
    ['https://a.b/c?d=e#f', link('https://a.b/c?d=e#f')],
    ['HTTP://A.b', link('HTTP://A.b')],
    ['mailto:me@a.b.', `${link('mailto:me@a.b')}.`],
    ['(see https://a.b/c).', `(see ${link('https://a.b/c')}).`],
    ['https://a.b/c_(d)', link('https://a.b/c_(d)')],
    ['https://a.b/c_(d))', `${link('https://a.b/c_(d)')})`],
    ['https://a.b, and', `${link('https://a.b')}, and`],
    ['**https://a.b**', `<strong>${link('https://a.b')}</strong>`],
    ['https://a.b/c_d_e', link('https://a.b/c_d_e')],
    ['https://a.b&copy;', `${link('https://a.b')}©`],
    ['https://a.b<br>', `${link('https://a.b')}&lt;br&gt;`],
    ['在https://a.b，好', `在${link('https://a.b')}，好`],
    ['[x https://a.b]', `[x ${link('https://a.b')}]`],
    ['[https://a.b](https://c.d)', '<a href="https://c.d">https://a.b</a>'],
    ['[<https://a.b>](https://c.d)', '<a href="https://c.d">https://a.b</a>'],
  ])('are links in %j', (source, expected) => {
    expect(html(source)).toBe(expected)
  })

  test.each([
    ['www.a.b'],
    ['me@a.b'],
    ['ftp://a.b'],
    ['https://'],
    ['https:a.b'],
    ['xhttps://a.b'],
    ['mailto:me'],
    ['Note: this'],
  ])('are not what stands in %j', (source) => {
    expect(html(source)).toBe(source)
  })
})

describe('strikethrough', () => {
  test.each([
    ['~~a~~', '<s>a</s>'],
    ['~~a *b*~~', '<s>a <em>b</em></s>'],
    ['~a~', '~a~'],
    ['~~~a~~~', '~~~a~~~'],
    ['~~ a ~~', '~~ a ~~'],
    ['a~~b~~c', 'a<s>b</s>c'],
  ])('of %j', (source, expected) => {
    expect(html(source)).toBe(expected)
  })
})

describe('emphasis in Chinese, Japanese and Korean', () => {
  test.each([
    ['和**“引号”**后面，然后**重要**的。', ['“引号”', '重要']],
    ['这是**注意：**内容，然后**重要**的。', ['注意：', '重要']],
    ['价格是**$5**到**$10**之间', ['$5', '$10']],
    ['说明**（见下）**如此', ['（见下）']],
    ['用Git**（不是GitHub）**时', ['（不是GitHub）']],
    ['これは**「大事」**です', ['「大事」']],
    ['見出し**(例)**と*[リンク](https://a.b)*を', ['(例)', 'リンク']],
    ['한국어**(Korean)**는 **마크다운(Markdown)**을', ['(Korean)', '마크다운(Markdown)']],
    ['ﾊﾝｶｸ**(半角)**ﾃﾞｽ、葛\u{e0100}**(異体字)**、𠮟**(叱)**', ['(半角)', '(異体字)', '(叱)']],
    ['已~~（旧）~~改', ['（旧）']],
  ])('of %j', (source, expected) => {
    const found = html(source).matchAll(/<(em|strong|s)>(?:<a[^>]*>)?(.*?)(?:<\/a>)?<\/\1>/g)
    expect([...found].map(([, , words]) => words)).toEqual(expected)
  })

  test.each([
    ['between letters of other scripts', 'a**(b)**c'],
    ['beside white space', '重要 ** 的 **'],
    ['beside the white space of that script', '重要**\u3000的\u3000**'],
    ['behind an emoji', '👍**(b)**c'],
    ['in an identifier', '变量_（名）_值'],
  ])('is not found %s', (_, source) => {
    expect(html(source)).not.toMatch(/<(?:em|strong)>/)
  })
})

describe('footnotes', () => {
  test.each([
    ['a[^1]', 'a<sup>1</sup>'],
    ['a[^Note] b', 'a<sup>NOTE</sup> b'],
    ['a[^2]', 'a[^2]'],
    ['a[^1 2]', 'a[^1 2]'],
    ['a[^]', 'a[^]'],
    ['**a[^1]**', '<strong>a<sup>1</sup></strong>'],
  ])('of %j', (source, expected) => {
    expect(html(source)).toBe(expected)
  })
})

describe('addresses that are no links', () => {
  test.each([
    ['[a](javascript:alert(1))'],
    ['[a](w1z "w2z")'],
    ['call[0](w1z) and ![w2z](w3z)'],
    ['[a][bad]'],
    ['[a](<b c>)'],
  ])('lose no word of %j', (source) => {
    expect(html(source)).toBe(
      source.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    )
  })

  test.each([
    ['[a]()', '<a href="">a</a>'],
    ['[a](data:text/plain,b)', '<a href="data:text/plain,b">a</a>'],
    ['![*a* `b` $c$ [^1]](https://a.b "t")', '<img src="https://a.b" alt="a b c [^1]" title="t">'],
  ])('are not among those of %j', (source, expected) => {
    expect(html(source)).toBe(expected)
  })
})
