import { describe, expect, test } from 'vitest'
import { answers, chunksOf, lastWords, modelAnswer, sizes } from '../../performance/answers'

const { short, middle, long } = answers
const countOf = (text: string, wanted: RegExp): number => (text.match(wanted) ?? []).length

describe('a made-up answer', () => {
  test.each(Object.entries(answers))(
    '%s has its exact length and ends with its last words',
    (size, text) => {
      expect(text).toHaveLength(sizes[size as keyof typeof sizes])
      expect(text.endsWith(`\n\n${lastWords}`)).toBe(true)
    },
  )

  test('is the same each time, and another for another length', () => {
    expect(modelAnswer('mixed', sizes.middle)).toBe(middle)
    expect(modelAnswer('mixed', sizes.middle + 1)).not.toBe(middle)
  })

  test('of prose has no code', () => {
    expect(short).not.toContain('```')
  })

  test('of 30 KB has about ten code blocks in five languages, all closed', () => {
    const languages = [...middle.matchAll(/^```(\w+)$/gm)].map(([, language]) => language)
    expect(languages.length).toBeGreaterThanOrEqual(9)
    expect(languages.length).toBeLessThanOrEqual(12)
    expect(new Set(languages)).toEqual(new Set(['ts', 'python', 'sql', 'bash', 'json']))
    expect(countOf(middle, /^```/gm) % 2).toBe(0)
    expect(countOf(long, /^```/gm) % 2).toBe(0)
  })

  test('has tables, formulas, quotes, nested lists and links', () => {
    for (const wanted of [/^\| --- /m, /\$O\(n/, /^\$\$$/m, /^> /m, /^ +- /m, /\]\(https:/]) {
      expect(middle).toMatch(wanted)
    }
  })
})

describe('chunks', () => {
  test('are the text, in pieces of the average length', () => {
    for (const average of [4, 16]) {
      const chunks = chunksOf(long, average)
      expect(chunks.join('')).toBe(long)
      expect(long.length / chunks.length).toBeCloseTo(average, 1)
    }
  })

  test('are never empty', () => {
    expect(chunksOf(short).every((chunk) => chunk.length > 0)).toBe(true)
  })
})
