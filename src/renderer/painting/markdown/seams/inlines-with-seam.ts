import type { Inline } from '../node'

/** Inlines with a mark at an offset in their drawn text. */
export function inlinesWithSeam(inlines: readonly Inline[], at: number): readonly Inline[] {
  let left = at
  for (const [index, inline] of inlines.entries()) {
    if (left === 0) return inlines.toSpliced(index, 0, { kind: 'seam' })
    const { length } = drawnText([inline])
    if (left < length) return inlines.toSpliced(index, 1, ...divided(inline, left))
    left -= length
  }
  return [...inlines, { kind: 'seam' }]
}

/** What stands on the page, with one character for what no mark can stand in. */
export function drawnText(inlines: readonly Inline[]): string {
  let text = ''
  for (const inline of inlines) {
    if (inline.kind === 'text' || inline.kind === 'code') text += inline.text
    else if ('children' in inline) text += drawnText(inline.children)
    else if (inline.kind !== 'seam') text += '\uFFFC'
  }
  return text
}

function divided(inline: Inline, at: number): readonly Inline[] {
  if (inline.kind === 'text') {
    const { kind, text } = inline
    return [{ kind, text: text.slice(0, at) }, { kind: 'seam' }, { kind, text: text.slice(at) }]
  }
  if (inline.kind === 'code') return [{ ...inline, seams: [at, ...(inline.seams ?? [])] }]
  if ('children' in inline) return [{ ...inline, children: inlinesWithSeam(inline.children, at) }]
  return [inline]
}
