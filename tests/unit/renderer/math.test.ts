import katex from 'katex'
import { describe, expect, test } from 'vitest'
import {
  drawFormula,
  formulaKey,
  formulaOptions,
  formulaProblem,
} from '../../../src/renderer/painting/math/draw-formula'
import { createFramePace } from '../../../src/renderer/painting/math/frame-pace'

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('Nothing was thrown')
}

describe('reasons', () => {
  test('KaTeX says what it does not know', () => {
    const error = thrownBy(() => katex.renderToString('\\unheardof', { throwOnError: true }))
    const reason = formulaProblem(error)
    expect(reason).toMatch(/^Not a formula KaTeX knows: .*\\unheardof/)
    expect(reason).not.toContain('\u0332')
  })

  test('a long one is cut', () => {
    const error = thrownBy(() =>
      katex.renderToString(`\\${'a'.repeat(900)}`, { throwOnError: true }),
    )
    expect(formulaProblem(error).length).toBeLessThan(300)
  })

  test('an exhausted stack is no sentence for a reader', () => {
    expect(formulaProblem(new RangeError('Maximum call stack size exceeded'))).toBe(
      'Not a formula KaTeX can draw.',
    )
  })

  test('a formula that is too long is not even tried', () => {
    const refuse = () => {
      throw new Error('It was tried')
    }
    expect(drawFormula(refuse, 'x'.repeat(2_501), false)).toEqual({
      kind: 'problem',
      reason: 'This formula is too long to be drawn.',
    })
  })
})

test('a formula has MathML for assistive tools unless it is long', () => {
  expect(formulaOptions('x'.repeat(999), false)).toMatchObject({ output: 'htmlAndMathml' })
  expect(formulaOptions('x'.repeat(1_000), false)).toMatchObject({ output: 'html' })
})

test('the same source in a line and on its own are two formulas', () => {
  expect(formulaKey('x', true)).not.toBe(formulaKey('x', false))
})

describe('the pace of drawing', () => {
  function setUp() {
    let time = 0
    const frames: (() => void)[] = []
    const done: string[] = []
    const pace = createFramePace({
      now: () => time,
      nextFrame: (call) => frames.push(call),
      budget: 8,
    })
    return {
      done,
      frames,
      want: (name: string, costs: number) =>
        pace.run(() => {
          time += costs
          done.push(name)
        }),
      frame: () => frames.shift()?.(),
    }
  }

  test('little is done at once', () => {
    const { want, done } = setUp()
    want('a', 3)
    want('b', 3)
    expect(done).toEqual(['a', 'b'])
  })

  test('much is spread over frames, in its order', () => {
    const { want, done, frame, frames } = setUp()
    for (const name of ['a', 'b', 'c', 'd', 'e']) want(name, 5)
    expect(done).toEqual(['a', 'b'])
    frame()
    expect(done).toEqual(['a', 'b', 'c', 'd'])
    want('f', 0)
    frame()
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
    frame()
    expect(frames).toEqual([])
  })

  test('what is not wanted any more is not done', () => {
    const { want, done, frame } = setUp()
    want('a', 9)
    const takeBack = want('b', 1)
    want('c', 1)
    takeBack()
    frame()
    expect(done).toEqual(['a', 'c'])
  })

  test('a new frame has its whole time again', () => {
    const { want, done, frame } = setUp()
    want('a', 9)
    frame()
    want('b', 9)
    expect(done).toEqual(['a', 'b'])
  })
})
