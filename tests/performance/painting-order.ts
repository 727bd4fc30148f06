import type { PaintingJob, PaintingResult } from './painting-job'
import type { Recording } from './profile-recording'

/** What the harness is told to do; crosses processes as JSON. */
export interface PaintingOrder {
  readonly job: PaintingJob
  /** It has failed when it has not ended after so many milliseconds. */
  readonly limit: number
  readonly recording: Recording | null
}

export type PaintingReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: PaintingResult }
  | { readonly kind: 'failed'; readonly reason: string }
