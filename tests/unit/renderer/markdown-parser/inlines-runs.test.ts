import { describe, expect, test } from 'vitest'
import {
  type ParsedInlines,
  parseInlines,
} from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { contextOf, htmlOf, inlinesOf, settledOptions } from './inlines-html'

const prose = 'Words that say nothing. '
const parse = (source: string, previous?: ParsedInlines) =>
  parseInlines(source, contextOf(), {
    ...settledOptions,
    ...(previous === undefined ? {} : { previous }),
  })

const lengths = ({ runs }: ParsedInlines) => runs.map(({ inlines }) => htmlOf(inlines).length)

describe('the runs of a source', () => {
  test('end at the first white space behind a thousand characters', () => {
    const long = 'x'.repeat(995)
    expect(lengths(parse(`${long} one two ${long} three four`))).toEqual([1000, 1000, 10])
  })

  test('are the same objects when more comes, except for the last', () => {
    const previous = parse(prose.repeat(200))
    const parsed = parse(prose.repeat(201), previous)
    expect(previous.runs.length).toBeGreaterThan(4)
    previous.runs.slice(0, -1).forEach((run, index) => {
      expect(parsed.runs[index]).toBe(run)
    })
    expect(htmlOf(inlinesOf(parsed))).toBe(prose.repeat(201))
  })

  test('do not end inside of anything', () => {
    for (const [opening, closing] of [
      ['*', '*'],
      ['[', '](https://a.b)'],
      ['`', '`'],
      ['$$', '$$'],
    ] as const) {
      const text = prose.repeat(60).trim()
      const { runs } = parse(`${opening}${text}${closing} ${prose.repeat(10)}`)
      const [whole] = parse(`${opening}${text}${closing}`).runs
      expect(whole?.inlines).toHaveLength(1)
      expect(whole?.inlines[0]?.kind).not.toBe('text')
      expect(runs[0]?.inlines[0]).toEqual(whole?.inlines[0])
    }
  })

  test('end although something stands open far behind', () => {
    const parsed = parse(`a [ *b ${prose.repeat(1000)}and *this* too`)
    expect(parsed.runs.length).toBeGreaterThan(10)
    expect(htmlOf(inlinesOf(parsed))).toBe(`a [ *b ${prose.repeat(1000)}and <em>this</em> too`)
  })

  test('end although something always stands open', () => {
    const { runs } = parse(`*word ${prose.repeat(40)}`.repeat(60))
    expect(runs.length).toBeGreaterThan(1)
  })

  test('end in text without white space, but not inside of a character', () => {
    expect(lengths(parse('x'.repeat(5000)))).toEqual([2000, 2000, 1000])
    for (const character of ['😀', 'e\u0301', '👩\u200d🔬', '👍🏽', '🇩🇪']) {
      const { runs } = parse(`${'x'.repeat(1999)}${character}${'y'.repeat(100)}`)
      expect(runs).toHaveLength(2)
      expect(runs[0]?.inlines).toEqual([{ kind: 'text', text: `${'x'.repeat(1999)}${character}` }])
    }
  })

  test('end at last between characters that all join with those before', () => {
    const zalgo = `a${'\u0301'.repeat(50_000)}`
    expect(parse(zalgo).runs.length).toBeGreaterThan(10)
    expect(htmlOf(inlinesOf(parse(zalgo)))).toBe(zalgo)
  })

  test('do not end inside of an address', () => {
    const address = `https://a.b/${'c'.repeat(3000)}`
    const { runs } = parse(`${'x'.repeat(1990)}(${address},${address}) ${prose}`)
    expect(htmlOf(inlinesOf({ ...parse(''), runs }))).toContain(`href="${address},${address}"`)
  })

  test('end where very much stands open, which is then given up', () => {
    const { runs } = parse('*a _b [c '.repeat(1000))
    expect(runs.length).toBeGreaterThan(4)
  })

  test('are none of nothing', () => {
    expect(parse('').runs).toEqual([])
  })
})
