import type { ReactNode } from 'react'

/** Inside a line: it holds no text, so that a copied answer has none of it. */
export function SeamMark() {
  return <span className="seam-mark" role="img" aria-label="Resumed here" title="Resumed here" />
}

/** A piece of code with its seams. */
export function codeWithSeams(code: string, seams: readonly number[]): ReactNode {
  if (seams.length === 0) return code
  return [...seams, code.length].map((end, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: seams only ever follow each other.
    <span key={index}>
      {index > 0 && <SeamMark />}
      {code.slice(seams[index - 1] ?? 0, end)}
    </span>
  ))
}
