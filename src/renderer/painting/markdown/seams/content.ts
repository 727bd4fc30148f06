import { headingStart, taskStart } from '../parser/block-starts'

/** What inlines are read from, and where it stands in the text. */
export interface Content {
  readonly source: string
  readonly lines: readonly ContentLine[]
}

interface ContentLine {
  /** Offset in the source. */
  readonly at: number
  /** Offset in the text. */
  readonly start: number
  readonly length: number
}

interface Place {
  readonly start: number
  readonly end: number
}

/** @param quotes how many quotes it stands in: their signs are no part of it */
export function paragraphContent(
  text: string,
  place: Place,
  quotes: number,
  hasTaskMark: boolean,
): Content {
  const lines = linesOf(text, place, quotes)
  const [first] = lines
  const task = hasTaskMark && first !== undefined ? taskStart(first.text) : null
  if (first !== undefined && task !== null) lines[0] = withoutBeginning(first, task.length)
  return contentOf(lines)
}

export function headingContent(text: string, place: Place, quotes: number): Content {
  const lines = linesOf(text, place, quotes)
  const [first] = lines
  const heading = first === undefined ? null : headingStart(first.text)
  if (first === undefined || heading === null) return contentOf(lines.slice(0, -1))
  const { content, level } = heading
  const line = withoutBeginning(first, first.text.indexOf(content, level))
  return contentOf([{ ...line, text: content }])
}

/** The place in the source of an offset in the text, or the nearest before it. */
export function placeInSource({ source, lines }: Content, offset: number): number {
  const line = lines.findLast(({ start }) => start <= offset)
  if (line === undefined) return 0
  return Math.min(source.length, line.at + Math.min(line.length, offset - line.start))
}

interface Line {
  readonly start: number
  readonly text: string
}

function linesOf(text: string, { start, end }: Place, quotes: number): Line[] {
  const signs = new RegExp(`^(?:[ \\t]*>){0,${quotes}}[ \\t]*`)
  const lines: Line[] = []
  for (const found of text.slice(start, end).matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    if (found[0] === '') break
    const line = { start: start + found.index, text: (found[1] ?? '').replaceAll('\0', '\uFFFD') }
    const before = lines.length === 0 ? /^[ \t]*/ : signs
    lines.push(withoutBeginning(line, before.exec(line.text)?.[0].length ?? 0))
  }
  return lines
}

const withoutBeginning = ({ start, text }: Line, length: number): Line => ({
  start: start + length,
  text: text.slice(length),
})

function contentOf(lines: readonly Line[]): Content {
  let at = 0
  const placed = lines.map(({ start, text: { length } }) => {
    const line = { at, start, length }
    at += length + 1
    return line
  })
  return {
    source: lines
      .map(({ text }) => text)
      .join('\n')
      .trimEnd(),
    lines: placed,
  }
}
