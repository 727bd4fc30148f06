/** One way of drawing an answer, mounted in the page. */
export interface MountedRenderer {
  /** The text so far: drawn whenever the renderer likes. */
  readonly update: (text: string) => void
  /** The same, but drawn when it returns. */
  readonly sync: (text: string) => void
  /** The whole text; no more comes. */
  readonly end: (text: string) => void
  /** Where it has a pace of its own; anything else is updated once a frame. */
  readonly intake?: Intake
}

/** Takes the text so far as it comes. */
export interface Intake {
  readonly take: (text: string) => void
  /** The whole of it, to be shown now. */
  readonly end: (text: string) => void
}

export type Mount = (place: HTMLElement) => MountedRenderer
