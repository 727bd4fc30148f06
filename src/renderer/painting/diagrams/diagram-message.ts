import type { DiagramTheme } from './diagram-theme'

/** From our page to the frame. One at a time: the frame draws one diagram after the other. */
export interface DiagramRequest {
  readonly id: number
  readonly source: string
  readonly theme: DiagramTheme
}

/** A diagram as a picture; its size is in CSS pixels. */
export interface DiagramPicture {
  readonly svg: string
  readonly width: number
  readonly height: number
  /** What the diagram calls itself (`accTitle`); empty when it does not. */
  readonly title: string
}

/** From the frame to our page. */
export type DiagramReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'picture'; readonly id: number; readonly picture: DiagramPicture }
  | { readonly kind: 'problem'; readonly id: number; readonly reason: string }

/** In UTF-16 units; what is longer is shown as it is written. */
export const longestSource = 50_000
/** More than any diagram that can be read; a frame gone wrong must not fill the page's memory. */
const longestSvg = 8_000_000
const longestText = 1_000
const largestSide = 100_000

/** What came from the frame; null when it is nothing that the frame may say. */
export function readReply(data: unknown): DiagramReply | null {
  if (!isRecord(data)) return null
  const { kind, id } = data
  if (kind === 'ready') return { kind }
  if (typeof id !== 'number') return null
  if (kind === 'problem') {
    const { reason } = data
    return isText(reason, longestText) ? { kind, id, reason } : null
  }
  const picture = kind === 'picture' ? readPicture(data['picture']) : null
  return picture === null ? null : { kind: 'picture', id, picture }
}

function readPicture(data: unknown): DiagramPicture | null {
  if (!isRecord(data)) return null
  const { svg, width, height, title } = data
  return isText(svg, longestSvg) && isSide(width) && isSide(height) && isText(title, longestText)
    ? { svg, width, height, title }
    : null
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest
}

function isSide(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= largestSide
}
