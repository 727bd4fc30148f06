import type { Block, CodeBlock, Inline } from '../node'
import { type ParsedMarkdown, parseAgain } from '../parser/parse-markdown'
import { stand, withoutStands } from './marked-blocks'

const mostTries = 12

const drawn = new WeakMap<Block, { readonly key: string; readonly block: Block }>()

/**
 * A top-level block with seams at offsets of its source. An offset where a mark would change what the
 * text means (inside an address, before the sign of a list) moves to the next end or start of a word;
 * a seam that finds no place there is left out.
 */
export function blockWithSeams(
  parsed: ParsedMarkdown,
  block: Block,
  offsets: readonly number[],
): Block {
  const key = offsets.join()
  const known = drawn.get(block)
  if (known?.key === key) return known.block
  const marked = marksIn(parsed, block, offsets)
  drawn.set(block, { key, block: marked })
  return marked
}

function marksIn(parsed: ParsedMarkdown, block: Block, offsets: readonly number[]): Block {
  const source = parsed.text.slice(block.start, block.end)
  if (block.kind === 'code' && isPlainFence(source)) return fenceWithSeams(block, source, offsets)
  if (source.includes(stand)) return block
  let marked = source
  for (const offset of offsets.toSorted((left, right) => right - left)) {
    marked = markedSource(parsed, block, marked, offset)
  }
  const [again] = withoutStands(parseAgain(parsed, marked))
  return again === undefined ? block : { ...again, start: block.start, end: block.end }
}

/** `source` is the block's own up to the offset and may be marked behind it. */
function markedSource(
  parsed: ParsedMarkdown,
  block: Block,
  source: string,
  offset: number,
): string {
  const meaning = meaningOf([block])
  let place = offset
  for (let tries = 0; tries < mostTries && place <= source.length; tries += 1) {
    const marked = `${source.slice(0, place)}${stand}${source.slice(place)}`
    if (meaningOf(parseAgain(parsed, marked)) === meaning) return marked
    place += /^(?:\s+|\S+)/.exec(source.slice(place))?.[0].length ?? source.length
  }
  return source
}

/** A mark in what these hold would be lost, or lead elsewhere. */
const hidden = new Set(['address', 'title', 'info', 'label', 'tex', 'alt'])

/** Everything that is drawn of blocks, without the marks. */
function meaningOf(blocks: readonly Block[]): string {
  return JSON.stringify(blocks, (key, value) => {
    if (key === 'start' || key === 'end' || key === 'closed') return undefined
    if (key === 'runs')
      return mergedTexts(value.flatMap((run: { inlines: Inline[] }) => run.inlines))
    if (hidden.has(key) && typeof value === 'string') return value.replaceAll(stand, `${stand}!`)
    return value
  }).replaceAll(stand, '')
}

/** Where a long text is cut into runs says nothing. */
function mergedTexts(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text') {
      merged[merged.length - 1] = { kind: 'text', text: last.text + inline.text }
    } else merged.push(inline)
  }
  return merged
}

/** Its lines are the code's: an offset can be told without parsing, however long it is. */
function isPlainFence(source: string): boolean {
  return /^[`~]/.test(source) && !source.includes('\r')
}

function fenceWithSeams(block: CodeBlock, source: string, offsets: readonly number[]): CodeBlock {
  const codeStart = source.indexOf('\n') + 1
  const length = block.lines.reduce((sum, line) => sum + line.length + 1, 0)
  const seams = offsets
    .map((offset) => Math.max(0, offset - codeStart))
    .map((seam) => (isLowSurrogate(source.charCodeAt(codeStart + seam)) ? seam + 1 : seam))
    .filter((seam) => seam < length)
  return seams.length === 0 ? block : { ...block, seams }
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
