import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arrive,
  hiddenAge,
  isLate,
  isPainted,
  longestLag,
  type PaintQueue,
  paintedWhole,
  paintFrame,
  shownText,
  spread,
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

type OnFrame = (shown: string, text: string, now: number, arrivals: readonly Arrival[]) => void

/**
 * Plays a pattern and calls back at every animation frame, as a window does it: frames are asked for
 * only while there is something to show. `frames`: how far apart they are, over and over.
 */
function play(
  pattern: readonly { readonly text: string; readonly pauseMs: number }[],
  onFrame: OnFrame,
  frames: readonly number[] = [frame],
) {
  let queue = paintedWhole('')
  let text = ''
  let now = 0
  let nextFrame = 0
  let count = 0
  const arrivals: Arrival[] = []
  for (const piece of [...pattern, { text: '', pauseMs: 400 }]) {
    text += piece.text
    queue = arrive(queue, text, now)
    arrivals.push({ at: now, end: text.length })
    now += piece.pauseMs
    while (nextFrame <= now) {
      if (!isPainted(queue)) {
        queue = paintFrame(queue, nextFrame)
        onFrame(shownText(queue), text, nextFrame, arrivals)
      }
      nextFrame += frames[count % frames.length] ?? frame
      count += 1
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

  test('never lags more than 150 ms, at 20 frames a second and more', () => {
    const intervals = fc.array(fc.double({ min: 4, max: 50, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(patterns, intervals, (pattern, frames) => {
        let before = ''
        const onFrame: OnFrame = (shown, text, now, arrivals) => {
          // At a frame what is seen is still what the last one has shown.
          expect(before.length).toBeGreaterThanOrEqual(lengthBy(now - longestLag, text, arrivals))
          before = shown
        }
        play(pattern, onFrame, frames)
      }),
    )
  })

  test('a frame reveals all that is due, however late it comes', () => {
    const intervals = fc.array(fc.double({ min: 4, max: 100, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(patterns, intervals, (pattern, frames) => {
        const onFrame: OnFrame = (shown, text, now, arrivals) =>
          expect(shown.length).toBeGreaterThanOrEqual(lengthBy(now - spread, text, arrivals))
        play(pattern, onFrame, frames)
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

  test.each([
    ['the first', paintedWhole('')],
    ['after a rest of two seconds', paintFrame(arrive(paintedWhole(''), 'Words.', -2020), -2000)],
  ])('reveals a burst evenly: %s', (_, rested) => {
    let queue = arrive(rested, `${rested.text}${'x'.repeat(600)}`, 0)
    const steps: number[] = []
    for (let now = frame; !isPainted(queue); now += frame) {
      const before = queue.shown
      queue = paintFrame(queue, now)
      steps.push(queue.shown - before)
    }
    expect(steps.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...steps)).toBeLessThanOrEqual(2.2 * Math.min(...steps.slice(0, -1)))
  })

  test.each([
    { pieces: 60, length: 4, hertz: 60 },
    { pieces: 60, length: 67, hertz: 60 },
    { pieces: 250, length: 4, hertz: 60 },
    { pieces: 1000, length: 4, hertz: 60 },
    { pieces: 250, length: 4, hertz: 120 },
    { pieces: 1000, length: 4, hertz: 144 },
  ])('a steady stream is steady: $pieces pieces of $length a second at $hertz Hz', (stream) => {
    const { pieces, length, hertz } = stream
    const steps = stepsOf(pieces, length, hertz).slice(hertz / 2)
    const mean = (pieces * length) / hertz
    expect(Math.max(...steps)).toBeLessThanOrEqual(1.3 * mean)
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0.7 * mean)
  })

  test('a fast screen does not show slow text in bursts', () => {
    // 100 characters a second, five at a time, at 144 Hz: two frames of three show one.
    const steps = stepsOf(20, 5, 144).slice(72).join('')
    expect(steps).toMatch(/^[01]+$/)
    expect(steps).not.toContain('11111')
    expect(steps).not.toContain('000')
  })

  test.each([60, 144])('the first word is there at the next frame, at %d Hz', (hertz) => {
    const queue = paintFrame(arrive(paintedWhole(''), 'Certainly', 0), 1000 / hertz)
    expect(shownText(queue)).toBe('Certainly')
  })

  test('the first text after a rest begins at the next frame, also of a fast screen', () => {
    const queue = paintFrame(arrive(paintedWhole('Words.'), 'Words. And more', 1000), 1001)
    expect(queue.shown).toBeGreaterThan('Words.'.length)
  })

  test('a frame whose time is before that of the text reveals some of it', () => {
    const queue = paintFrame(arrive(paintedWhole('a'), 'a long text', 1000), 990)
    expect(shownText(queue)).toBe('a ')
  })

  test('such a frame makes the next one reveal no more', () => {
    const queue = arrive(paintedWhole('a'), `a${'x'.repeat(1000)}`, 1000)
    const early = paintFrame(queue, 900)
    const next = paintFrame(early, 1001).shown - early.shown
    expect(next).toBeLessThanOrEqual(paintFrame(queue, 1001).shown - queue.shown)
  })

  test('what arrives without frames is late, and then takes one frame', () => {
    let queue = paintedWhole('')
    for (let now = 0; now <= 60_000; now += 20) queue = arrive(queue, `${queue.text}word `, now)
    expect(isLate(queue, 100)).toBe(false)
    expect(isLate(queue, 60_000)).toBe(true)
    expect(hiddenAge(paintFrame(queue, 60_000), 60_000)).toBeLessThan(spread)
  })

  test('a thousand pieces a second are few arrivals', () => {
    let queue = paintedWhole('')
    for (let now = 0; now < spread; now += 1) queue = arrive(queue, `${queue.text}a`, now)
    expect(queue.arrivals.length).toBeLessThanOrEqual(spread / 4)
  })

  test('what is due together is due with the first of it', () => {
    let queue = paintedWhole('')
    for (let now = 0; now <= 60; now += 2) queue = arrive(queue, `${queue.text}a`, now)
    expect(hiddenAge(queue, 60)).toBe(60)
  })

  test('text is late behind the longest lag, and not before', () => {
    const queue = arrive(paintedWhole(''), 'Words that came at once', 0)
    expect(isLate(queue, longestLag)).toBe(false)
    expect(isLate(queue, longestLag + 1)).toBe(true)
  })

  test('what is due before the next frame is shown in this one', () => {
    let queue = arrive(paintedWhole(''), 'x'.repeat(600), 0)
    for (const now of [30, 60, 90]) queue = paintFrame(queue, now)
    expect(isPainted(queue)).toBe(true)
  })

  test('a cluster of a hundred thousand marks is shown as one', () => {
    const zalgo = `a${'\u0301'.repeat(100_000)}`
    const queue = paintFrame(arrive(paintedWhole(''), `${zalgo} and more words follow`, 0), frame)
    expect(queue.shown).toBe(zalgo.length)
  })

  test.each(['another text, which is longer than the one before', 'longer tent', ''])(
    'a snapshot that does not go on from what was there is shown as it is: "%s"',
    (snapshot) => {
      const before = paintFrame(arrive(paintedWhole(''), 'longer text that was there', 0), frame)
      const queue = arrive(before, snapshot, 20)
      expect(shownText(queue)).toBe(snapshot)
      expect(hiddenAge(queue, 1000)).toBe(0)
    },
  )

  test('a snapshot that is shorter is shown as it is', () => {
    const queue = arrive(paintedWhole('longer text'), 'short', 0)
    expect(shownText(queue)).toBe('short')
  })
})

/** What each frame reveals of a stream of eight seconds whose frames and pieces drift. */
function stepsOf(pieces: number, length: number, hertz: number): readonly number[] {
  let queue: PaintQueue = paintedWhole('')
  const steps: number[] = []
  let arrived = 0
  for (let now = 0; now < 8000; now += 1000 / hertz) {
    for (; (arrived * 1000) / pieces + 3 <= now; arrived += 1) {
      queue = arrive(queue, queue.text + 'x'.repeat(length), (arrived * 1000) / pieces + 3)
    }
    const before = queue.shown
    queue = paintFrame(queue, now)
    steps.push(queue.shown - before)
  }
  return steps
}

/** How much of a text had arrived by then that can be shown: not half a character. */
function lengthBy(by: number, text: string, arrivals: readonly Arrival[]): number {
  const due = arrivals.findLast(({ at }) => at <= by)?.end ?? 0
  return /[\ud800-\udbff]$/.test(text.slice(0, due)) ? due - 1 : due
}

function isBoundaryFrom(text: string, position: number): boolean {
  return [...segmenter.segment(text)].some(({ index }) => index === position)
}
