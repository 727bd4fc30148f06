import type { Inline } from '../../../../src/renderer/painting/markdown/node'
import { normalizeLabel } from '../../../../src/renderer/painting/markdown/parser/inlines/link-parts'
import {
  type InlineContext,
  type ParsedInlines,
  parseInlines,
} from '../../../../src/renderer/painting/markdown/parser/inlines/parse-inlines'
import { oracle } from './oracle'

const { escapeHtml } = oracle.utils

/** A context with these definitions, in which every address makes a link. */
export function contextOf(definitions: Readonly<Record<string, string>> = {}): InlineContext {
  const known = new Map(
    Object.entries(definitions).map(([label, address]) => [normalizeLabel(label), address]),
  )
  return {
    definition: (label) => {
      const address = known.get(label)
      return address === undefined ? undefined : { address, title: null }
    },
    isFootnote: () => false,
    isAddress: () => true,
  }
}

export const settledOptions = { atEnd: false, documentGrowing: false }

export function inlinesOf(parsed: ParsedInlines): readonly Inline[] {
  return parsed.runs.flatMap(({ inlines }) => inlines)
}

export function settledInlines(source: string, context = contextOf()): readonly Inline[] {
  return inlinesOf(parseInlines(source, context, settledOptions))
}

/** As the other implementation writes it. */
export function htmlOf(inlines: readonly Inline[]): string {
  return inlines.map(htmlOfOne).join('')
}

function htmlOfOne(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
      return escapeHtml(inline.text)
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`
    case 'emphasis':
      return `<em>${htmlOf(inline.children)}</em>`
    case 'strong':
      return `<strong>${htmlOf(inline.children)}</strong>`
    case 'strikethrough':
      return `<s>${htmlOf(inline.children)}</s>`
    case 'link': {
      const href = attribute('href', inline.address)
      return `<a${href}${attribute('title', inline.title)}>${htmlOf(inline.children)}</a>`
    }
    case 'image': {
      const { address, alt, title } = inline
      return `<img${attribute('src', address)}${attribute('alt', alt)}${attribute('title', title)}>`
    }
    case 'break':
      return '<br>\n'
    case 'math':
      return inline.display ? `<math display>${inline.tex}</math>` : `<math>${inline.tex}</math>`
    case 'footnote':
      return `<sup>${inline.label}</sup>`
    case 'seam':
      throw new Error('The parser puts in no seams')
  }
}

function attribute(name: string, value: string | null): string {
  return value === null ? '' : ` ${name}="${escapeHtml(value)}"`
}
