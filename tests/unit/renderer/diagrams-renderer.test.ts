import { expect, test } from 'vitest'
import { createBoundedMemory } from '../../../src/renderer/painting/bounded-memory'
import type {
  DiagramReply,
  DiagramRequest,
} from '../../../src/renderer/painting/diagrams/diagram-message'
import {
  createDiagramRenderer,
  keptIdle,
  patience,
} from '../../../src/renderer/painting/diagrams/diagram-renderer'
import type { DiagramResult } from '../../../src/renderer/painting/diagrams/diagram-result'
import { diagramTheme } from '../../../src/renderer/painting/diagrams/diagram-theme'

const light = diagramTheme(false, () => '')
const dark = diagramTheme(true, () => '')
const picture = { svg: '<svg/>', width: 10, height: 20, title: '' }

interface FakeFrame {
  readonly posted: DiagramRequest[]
  readonly say: (reply: DiagramReply) => void
  closed: boolean
}

function setUp() {
  const frames: FakeFrame[] = []
  let timer: { readonly call: () => void; readonly milliseconds: number } | null = null
  const renderer = createDiagramRenderer({
    memory: createBoundedMemory(100, () => 1),
    openFrame(hear) {
      const frame: FakeFrame = { posted: [], say: hear, closed: false }
      frames.push(frame)
      return {
        post: (request) => frame.posted.push(request),
        close() {
          frame.closed = true
        },
      }
    },
    schedule(call, milliseconds) {
      const mine = { call, milliseconds }
      timer = mine
      return () => {
        if (timer === mine) timer = null
      }
    },
  })
  const results: [name: string, result: DiagramResult][] = []
  return {
    renderer,
    frames,
    results,
    want: (source: string, theme = light) =>
      renderer.draw(source, theme, (result) => results.push([source, result])),
    frame(index = frames.length - 1): FakeFrame {
      const frame = frames[index]
      if (frame === undefined) throw new Error('There is no such frame')
      return frame
    },
    finish(index = frames.length - 1): void {
      const id = frames[index]?.posted.at(-1)?.id ?? -1
      frames[index]?.say({ kind: 'picture', id, picture })
    },
    timer: () => timer?.milliseconds ?? null,
    timeOut(): void {
      const due = timer
      if (due === null) throw new Error('Nothing was scheduled')
      timer = null
      due.call()
    },
  }
}

test('no frame is opened before there is a diagram, and nothing is sent before it is ready', () => {
  const { frames, want, frame } = setUp()
  expect(frames).toHaveLength(0)
  want('a')
  expect(frames).toHaveLength(1)
  expect(frame().posted).toEqual([])
  frame().say({ kind: 'ready' })
  expect(frame().posted).toEqual([{ id: 1, source: 'a', theme: light }])
})

test('diagrams are drawn one after the other in the same frame', () => {
  const { frames, want, frame, finish, results } = setUp()
  want('a')
  want('b')
  frame().say({ kind: 'ready' })
  expect(frame().posted.map(({ source }) => source)).toEqual(['a'])
  finish()
  expect(frame().posted.map(({ source }) => source)).toEqual(['a', 'b'])
  finish()
  expect(frames).toHaveLength(1)
  expect(results.map(([source]) => source)).toEqual(['a', 'b'])
})

test('the same diagram is drawn once for all who want it', () => {
  const { want, frame, finish, results } = setUp()
  want('a')
  want('a')
  frame().say({ kind: 'ready' })
  finish()
  expect(frame().posted).toHaveLength(1)
  expect(results).toHaveLength(2)
})

test('a result is known afterwards, in its colours only', () => {
  const { renderer, want, frame, finish } = setUp()
  want('a')
  frame().say({ kind: 'ready' })
  expect(renderer.known('a', light)).toBeUndefined()
  finish()
  expect(renderer.known('a', light)).toEqual({ kind: 'picture', picture })
  expect(renderer.known('a', dark)).toBeUndefined()
})

test('what nobody wants any more is not begun', () => {
  const { want, frame, finish } = setUp()
  want('a')
  const takeBack = want('b')
  want('c')
  frame().say({ kind: 'ready' })
  takeBack()
  finish()
  expect(frame().posted.map(({ source }) => source)).toEqual(['a', 'c'])
})

test('a diagram that takes too long loses its frame, and the next one gets another', () => {
  const { want, frames, frame, finish, results, timer, timeOut } = setUp()
  want('endless')
  want('b')
  frame().say({ kind: 'ready' })
  expect(timer()).toBe(patience)
  timeOut()
  expect(frame(0).closed).toBe(true)
  expect(results).toEqual([
    [
      'endless',
      {
        kind: 'problem',
        reason: 'This diagram was given up: drawing it took longer than 10 seconds.',
      },
    ],
  ])
  expect(frames).toHaveLength(2)
  frame().say({ kind: 'ready' })
  finish()
  expect(results.at(-1)).toEqual(['b', { kind: 'picture', picture }])
})

test('a frame that does not start is given up, told to everybody, and tried again for the next', () => {
  const { renderer, want, frames, frame, results, timeOut } = setUp()
  want('a')
  want('b')
  timeOut()
  expect(frame(0).closed).toBe(true)
  expect(frames).toHaveLength(1)
  expect(results.map(([source, { kind }]) => [source, kind])).toEqual([
    ['a', 'problem'],
    ['b', 'problem'],
  ])
  expect(renderer.known('a', light)).toBeUndefined()
  want('a')
  expect(frames).toHaveLength(2)
})

test('an answer to another question is not taken for the one that is awaited', () => {
  const { want, frame, results } = setUp()
  want('a')
  frame().say({ kind: 'ready' })
  frame().say({ kind: 'picture', id: 99, picture })
  expect(results).toEqual([])
})

test('a frame that nobody needs is closed after a while, and opened again', () => {
  const { want, frames, frame, finish, timer, timeOut } = setUp()
  want('a')
  frame().say({ kind: 'ready' })
  finish()
  expect(timer()).toBe(keptIdle)
  timeOut()
  expect(frame(0).closed).toBe(true)
  want('b')
  expect(frames).toHaveLength(2)
})

test('a frame can be made ready before its first diagram is whole', () => {
  const { renderer, want, frames, frame } = setUp()
  renderer.prepare()
  renderer.prepare()
  expect(frames).toHaveLength(1)
  frame().say({ kind: 'ready' })
  want('a')
  expect(frame().posted).toHaveLength(1)
})
