import type { Inline } from '../../node'

/** What is left of inlines without their marks. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(plainTextOf).join('')
}

function plainTextOf(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text
    case 'image':
      return inline.alt
    case 'break':
      return '\n'
    case 'math':
      return inline.tex
    case 'footnote':
      return `[^${inline.label}]`
    case 'seam':
      return ''
    default:
      return plainText(inline.children)
  }
}
