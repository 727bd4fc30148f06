import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arrive,
  isPainted,
  longestLag,
  paintedWhole,
  paintFrame,
  shownText,
} from '../../../src/renderer/painting/paint-queue'

const frame = 1000 / 60
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const clusters = fc.constantFrom(
  'word ',
  'a',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  '🇩🇪',
  '日本',
  'long piece of a sentence that arrives in one go, ',
  '\n',
  'क्षि',
)

/** Text in pieces that are cut anywhere, also inside of a cluster and of a character. */
const patterns = fc
  .tuple(
    fc.array(clusters, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.array(
      fc.record({
        length: fc.integer({ min: 1, max: 60 }),
        pauseMs: fc.integer({ max: 400, min: 0 }),
      }),
      { minLength: 1, maxLength: 60 },
    ),
  )
  .map(([text, cuts]) => {
    const pattern: { text: string; pauseMs: number }[] = []
    for (let at = 0; at < text.length; ) {
      const { length, pauseMs } = cuts[pattern.length % cuts.length] ?? { length: 1, pauseMs: 0 }
      pattern.push({ text: text.slice(at, at + length), pauseMs })
      at += length
    }
    return pattern
  })

interface Arrival {
  readonly at: number
  readonly end: number
}

/** Plays a pattern and calls back at every animation frame. */
function play(
  pattern: readonly { readonly text: string; readonly pauseMs: number }[],
  onFrame: (shown: string, text: string, now: number, arrivals: readonly Arrival[]) => void,
) {
  let queue = paintedWhole('')
  let text = ''
  let now = 0
  let nextFrame = 0
  const arrivals: Arrival[] = []
  for (const piece of [...pattern, { text: '', pauseMs: 400 }]) {
    text += piece.text
    queue = arrive(queue, text, now)
    arrivals.push({ at: now, end: text.length })
    now += piece.pauseMs
    for (; nextFrame <= now; nextFrame += frame) {
      queue = paintFrame(queue, nextFrame)
      onFrame(shownText(queue), text, nextFrame, arrivals)
    }
  }
  return { queue, text }
}

describe('paint queue', () => {
  test('shows a growing part of the text and in the end all of it', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        let before = ''
        const { queue, text } = play(pattern, (shown, soFar) => {
          expect(soFar.startsWith(shown)).toBe(true)
          expect(shown.startsWith(before)).toBe(true)
          before = shown
        })
        expect(isPainted(queue)).toBe(true)
        expect(shownText(paintedWhole(text))).toBe(shownText(queue))
      }),
    )
  })

  test('never lags more than 150 ms', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        play(pattern, (shown, text, now, arrivals) => {
          const due = arrivals.findLast(({ at }) => at + longestLag - frame <= now)?.end ?? 0
          const halfCharacter = /[\ud800-\udbff]$/.test(text.slice(0, due)) ? 1 : 0
          expect(shown.length).toBeGreaterThanOrEqual(due - halfCharacter)
        })
      }),
    )
  })

  test('never splits a grapheme cluster of what has arrived', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        // From what was shown before: a cluster may have grown after it had been shown.
        let before = ''
        play(pattern, (shown, text) => {
          if (shown !== before && shown.length < text.length) {
            const isBoundary = isBoundaryFrom(
              text.slice(before.length),
              shown.length - before.length,
            )
            expect(isBoundary).toBe(true)
          }
          expect(/[\ud800-\udbff]$/.test(shown)).toBe(false)
          before = shown
        })
      }),
    )
  })

  test('never pauses while there is text', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        let before = 0
        let hadText = false
        play(pattern, (shown, text) => {
          if (hadText) expect(shown.length).toBeGreaterThan(before)
          before = shown.length
          hadText = shown.length < text.length && !/[\ud800-\udbff]$/.test(text)
        })
      }),
      { numRuns: 50 },
    )
  })

  test('reveals a burst evenly', () => {
    let queue = arrive(paintedWhole(''), 'x'.repeat(600), 0)
    const steps: number[] = []
    for (let now = frame; !isPainted(queue); now += frame) {
      const before = queue.shown
      queue = paintFrame(queue, now)
      steps.push(queue.shown - before)
    }
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...steps)).toBeLessThanOrEqual(2.2 * Math.min(...steps.slice(0, -1)))
  })

  test('a snapshot that is shorter is shown as it is', () => {
    const queue = arrive(paintedWhole('longer text'), 'short', 0)
    expect(shownText(queue)).toBe('short')
  })
})

function isBoundaryFrom(text: string, position: number): boolean {
  return [...segmenter.segment(text)].some(({ index }) => index === position)
}
