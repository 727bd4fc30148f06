import type { DefinitionDraft, LinePlace, ParagraphDraft } from './draft'
import {
  normalizeLabel,
  scanLinkDestination,
  scanLinkLabel,
  scanLinkTitle,
} from './inlines/link-parts'

interface Scanned {
  readonly label: string
  readonly address: string
  readonly title: string | null
  /** Offset of the line behind it. */
  readonly end: number
  /** No line that follows can belong to it. */
  readonly settled: boolean
}

/**
 * Takes the link reference definitions off the beginning of a paragraph:
 * https://spec.commonmark.org/0.31.2/#link-reference-definitions. Its content becomes empty when
 * there is nothing else. With `settledOnly` those stay whose title may still follow, and what is behind
 * the first `most` of them is text.
 */
export function takeDefinitions(
  paragraph: ParagraphDraft,
  settledOnly: boolean,
  most = Number.POSITIVE_INFINITY,
): readonly DefinitionDraft[] {
  const { lines, content } = paragraph
  if (lines === null) return []
  const definitions: DefinitionDraft[] = []
  let position = 0
  let line = 0
  while (content[position] === '[' && definitions.length < most) {
    const scanned = scanDefinition(content, position)
    if (scanned === null || (settledOnly && !scanned.settled)) break
    const first = lines[line]
    while (line < lines.length && (lines[line]?.at ?? 0) < scanned.end) line += 1
    const last = lines[line - 1]
    if (first === undefined || last === undefined) break
    definitions.push(definitionDraft(scanned, first, last, content.slice(position, scanned.end)))
    position = scanned.end
  }
  if (position > 0) shorten(paragraph, lines, position, line)
  const isText = content[position] !== '[' && position < content.length
  if (isText || definitions.length >= most) paragraph.lines = null
  return definitions
}

/** The label and colon of a definition whose address has not come yet. */
export function isDefinitionBegun(content: string): boolean {
  if (content[0] !== '[') return false
  const end = scanLinkLabel(content, 0)
  return end > 0 && content[end] === ':' && /^\s*$/.test(content.slice(end + 1))
}

function definitionDraft(
  { label, address, title }: Scanned,
  first: LinePlace,
  last: LinePlace,
  source: string,
): DefinitionDraft {
  return {
    kind: 'definition',
    start: first.start,
    end: last.end,
    endLine: last.number,
    remembered: null,
    label,
    address,
    title,
    text: source.trimEnd(),
  }
}

function shorten(
  paragraph: ParagraphDraft,
  lines: readonly LinePlace[],
  position: number,
  line: number,
): void {
  paragraph.content = paragraph.content.slice(position)
  paragraph.lastLine = Math.max(0, paragraph.lastLine - position)
  paragraph.start = lines[line]?.start ?? paragraph.end
  paragraph.lines = lines.slice(line).map((place) => ({ ...place, at: place.at - position }))
}

function scanDefinition(text: string, from: number): Scanned | null {
  const labelEnd = scanLinkLabel(text, from)
  if (labelEnd < 0 || text[labelEnd] !== ':') return null
  const destination = scanLinkDestination(text, skipSpace(text, labelEnd + 1))
  if (destination === null) return null
  const { value: address, end } = destination
  const label = normalizeLabel(text.slice(from + 1, labelEnd - 1))
  const lineEnd = blankLineEnd(text, end)
  const untitled = (settled: boolean) =>
    lineEnd === -1 ? null : { label, address, title: null, end: lineEnd, settled }

  const titleStart = skipSpace(text, end)
  if (titleStart === end) return untitled(false)
  if (titleStart >= text.length) return untitled(false)
  if (!'"\'('.includes(text[titleStart] as string)) return untitled(true)
  const title = scanLinkTitle(text, titleStart)
  if (title === null) return untitled(false)
  const titledEnd = blankLineEnd(text, title.end)
  if (titledEnd === -1) return untitled(true)
  return { label, address, title: title.value, end: titledEnd, settled: true }
}

/** Behind spaces, tabs and up to one line end. */
function skipSpace(text: string, from: number): number {
  const position = skipBlank(text, from)
  return text[position] === '\n' ? skipBlank(text, position + 1) : position
}

/** The offset of the next line if nothing else stands on this one, or -1. */
function blankLineEnd(text: string, from: number): number {
  const position = skipBlank(text, from)
  if (position >= text.length) return position
  return text[position] === '\n' ? position + 1 : -1
}

function skipBlank(text: string, from: number): number {
  let position = from
  while (text[position] === ' ' || text[position] === '\t') position += 1
  return position
}
