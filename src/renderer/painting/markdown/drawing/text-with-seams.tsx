import type { ReactNode } from 'react'
import { SeamMark } from '../../code/seam-mark'

/** A text that is one piece, with its seams at offsets in it. */
export function textWithSeams(text: string, seams: readonly number[] = []): ReactNode {
  if (seams.length === 0) return text
  return [...seams, text.length].map((end, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: seams only ever follow each other.
    <span key={index}>
      {index > 0 && <SeamMark />}
      {text.slice(seams[index - 1] ?? 0, end)}
    </span>
  ))
}
