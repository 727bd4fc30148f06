import type { AnswerKind } from './answers'

/** What the harness page can be asked to do; crosses processes as JSON. */
export type PaintingJob = RealTimeJob | LockstepJob | WholeJob | ComparisonJob

export const rendererNames = [
  'floor',
  'rivulet',
  'rivulet-remounted',
  'rivulet-appended',
  'react-markdown',
  'streamdown',
  'streaming-markdown',
] as const
export type RendererName = (typeof rendererNames)[number]

/** A text by how it is made, so that it need not travel. */
export type TextSource =
  | { readonly kind: AnswerKind; readonly length: number }
  | { readonly kind: 'long-text'; readonly name: string }
  | { readonly kind: 'pathological'; readonly name: string }

interface Job {
  readonly renderer: RendererName
  readonly text: TextSource
}

/** Chunks come at their due times; the page is drawn once a frame. */
export interface RealTimeJob extends Job {
  readonly mode: 'real-time'
  readonly chunksPerSecond: number
  /** UTF-16 units. */
  readonly averageChunk: number
}

/** So many characters a step, every step drawn before the next. */
export interface LockstepJob extends Job {
  readonly mode: 'lockstep'
  readonly step: number
}

/** The whole text at once. */
export interface WholeJob extends Job {
  readonly mode: 'whole'
}

/** Drawn while it grows and drawn anew at the same lengths; counts what differs. */
export interface ComparisonJob extends Job {
  readonly mode: 'comparison'
  readonly step: number
  /** Every so many steps the two are compared. */
  readonly stepsBetween: number
}

/** What the page found; times in milliseconds. */
export interface PageResult {
  /** Between frames, as the browser numbers them. */
  readonly frames: readonly number[]
  /** Lengths of tasks over 50 ms. */
  readonly longTasks: readonly number[]
  /** From the arrival of the last text to the frame in which all of it was painted. */
  readonly untilPainted: number
  readonly elements: number
  readonly differing: number
  readonly compared: number
}

/** What the browser counted meanwhile; times in milliseconds of the main thread. */
export interface Cost {
  readonly task: number
  readonly script: number
  readonly layout: number
  readonly style: number
  /** JavaScript heap after a collection, in bytes. */
  readonly heap: number
}

export interface PaintingResult extends PageResult, Cost {}
