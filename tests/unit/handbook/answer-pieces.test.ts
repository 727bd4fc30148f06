import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  delayAfterPiece,
  splitIntoPieces,
} from '../../../src/main/providers/handbook/answer-pieces'

describe('pieces of an answer', () => {
  test('are words with the space after them', () => {
    expect(splitIntoPieces('  One, two.\n\n- three')).toEqual([
      '  ',
      'One, ',
      'two.\n\n',
      '- ',
      'three',
    ])
  })

  test('put together again are exactly the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const pieces = splitIntoPieces(text)
        expect(pieces.join('')).toBe(text)
        expect(pieces).not.toContain('')
      }),
    )
  })

  test('never cut a character in two, even in a text without spaces', () => {
    const pieces = splitIntoPieces('🌊'.repeat(1000))
    expect(pieces.length).toBeGreaterThan(1)
    for (const piece of pieces) expect(piece).toMatch(/^🌊+$/u)
  })
})

describe('the pace', () => {
  const total = (text: string) =>
    splitIntoPieces(text).reduce((sum, piece) => sum + delayAfterPiece(piece), 0)

  test('rests after a sentence, and longer after a paragraph', () => {
    expect(delayAfterPiece('end. ')).toBeGreaterThan(delayAfterPiece('word '))
    expect(delayAfterPiece('end.\n\n')).toBeGreaterThan(delayAfterPiece('end. '))
  })

  test('stays between 10 and 120 ms', () => {
    fc.assert(
      fc.property(fc.string(), (piece) => {
        expect(delayAfterPiece(piece)).toBeGreaterThanOrEqual(10)
        expect(delayAfterPiece(piece)).toBeLessThanOrEqual(120)
      }),
    )
  })

  test('brings 200 words in 3 to 5 seconds', () => {
    const sentence = 'The status line under an answer tells you what is going on right now. '
    const text = `${sentence.repeat(5).trimEnd()}\n\n`.repeat(3)
    expect(text.trim().split(/\s+/).length).toBe(210)
    expect(total(text)).toBeGreaterThan(3000)
    expect(total(text)).toBeLessThan(5000)
  })
})
