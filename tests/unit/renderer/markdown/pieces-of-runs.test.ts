import { describe, expect, test } from 'vitest'
import {
  areDivided,
  piecesOf,
} from '../../../../src/renderer/painting/markdown/drawing/pieces-of-runs'
import type { InlineRun } from '../../../../src/renderer/painting/markdown/node'

const runOf = (text: string): InlineRun => ({ inlines: [{ kind: 'text', text }] })
const runs = (count: number, text = 'word '.repeat(200)) =>
  Array.from({ length: count }, () => runOf(text))

describe('the pieces of a long paragraph', () => {
  test('are one for what is written to be read', () => {
    expect(areDivided(runs(5))).toBe(false)
    expect(areDivided([runOf('word '.repeat(4_000))])).toBe(false)
    expect(piecesOf(runs(5))).toHaveLength(1)
  })

  test('hold all runs in their order', () => {
    const all = runs(100)
    expect(areDivided(all)).toBe(true)
    expect(piecesOf(all).length).toBeGreaterThan(5)
    expect(piecesOf(all).flatMap((piece) => piece.runs)).toEqual(all)
  })

  test('stay as they are when more comes, but for the last', () => {
    const all = runs(60)
    const pieces = piecesOf(all)
    for (let count = 1; count < all.length; count += 1) {
      const before = piecesOf(all.slice(0, count)).slice(0, -1)
      expect(pieces.slice(0, before.length)).toEqual(before)
      expect(areDivided(all.slice(0, count))).toBe(before.length > 0)
    }
  })

  test('are far only where nobody reads any more', () => {
    const pieces = piecesOf(runs(400))
    expect(pieces.slice(0, 20).some(({ isFar }) => isFar)).toBe(false)
    expect(pieces.at(-1)?.isFar).toBe(true)
  })

  test('are words only where no line can end for long', () => {
    const word = 'x'.repeat(2_000)
    expect(piecesOf(runs(20, word)).every(({ isWord }) => isWord)).toBe(true)
    expect(piecesOf([...runs(20), runOf('end.')]).some(({ isWord }) => isWord)).toBe(false)
    expect(piecesOf(runs(20, '文'.repeat(2_000))).some(({ isWord }) => isWord)).toBe(false)
  })
})
