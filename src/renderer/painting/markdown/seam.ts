import type { Token } from 'markdown-it'
import { type MarkdownBlock, parseAgain } from './parse-markdown'

/** Where seams are drawn. */
export interface SeamPlaces {
  /** Blocks, by index, before which one stands: each is the first with text after a resume. */
  readonly before: ReadonlySet<number>
  /** By block, the offsets in its source at which one stands inside it. */
  readonly within: ReadonlyMap<number, readonly number[]>
}

export function seamPlaces(blocks: readonly MarkdownBlock[], seams: readonly number[]): SeamPlaces {
  const before = new Set<number>()
  const within = new Map<number, number[]>()
  for (const offset of seams) {
    const index = blocks.findIndex(({ start, source }) => start + source.trimEnd().length > offset)
    const block = blocks[index]
    if (block === undefined) continue
    if (offset > block.start)
      within.set(index, [...(within.get(index) ?? []), offset - block.start])
    else if (index > 0) before.add(index)
  }
  return { before, within }
}

/** Stands in a text where a seam is: no text holds it, it is a noncharacter. */
const stand = '\uFDD0'
const mostTries = 12

const drawn = new WeakMap<MarkdownBlock, { readonly key: string; readonly tokens: Token[] }>()

/**
 * The tokens of a block with a token `seam` at each offset of its source. An offset where a mark would
 * change what the text means (inside an address, before the sign of a list) moves to the next end
 * or start of a word; a seam that finds no place there is left out.
 */
export function withSeams(block: MarkdownBlock, offsets: readonly number[]): readonly Token[] {
  const key = offsets.join()
  const known = drawn.get(block)
  if (known?.key === key) return known.tokens
  let { source } = block
  for (const offset of offsets.toSorted((left, right) => right - left)) {
    source = markedSource(block, source, offset)
  }
  const tokens = (source === block.source ? block.tokens : parseAgain(block, source)).map(split)
  drawn.set(block, { key, tokens })
  return tokens
}

/** `source` is the block's own up to the offset and may be marked behind it. */
function markedSource(block: MarkdownBlock, source: string, offset: number): string {
  if (block.source.includes(stand)) return source
  const meaning = meaningOf(block.tokens)
  let place = offset
  for (let tries = 0; tries < mostTries && place <= source.length; tries += 1) {
    const marked = `${source.slice(0, place)}${stand}${source.slice(place)}`
    if (meaningOf(parseAgain(block, marked)) === meaning) return marked
    place += /^(?:\s+|\S+)/.exec(source.slice(place))?.[0].length ?? source.length
  }
  return source
}

/** Everything that is drawn of tokens, without the marks. */
function meaningOf(tokens: readonly Token[]): string {
  return JSON.stringify(tokens.map(partsOf)).replaceAll(stand, '')
}

function partsOf({ type, tag, attrs, content, info, children }: Token): unknown {
  // A mark inside an attribute or behind a fence would be lost, or lead elsewhere.
  const hidden = JSON.stringify([attrs, info]).replaceAll(stand, `${stand}!`)
  return [type, tag, hidden, type === 'inline' ? '' : content, children?.map(partsOf)]
}

function split(token: Token): Token {
  if (token.type === 'inline' && token.content.includes(stand)) {
    return clone(token, { children: (token.children ?? []).flatMap(splitText) })
  }
  return token.content.includes(stand) ? splitLeaf(token) : token
}

/** A text with marks becomes texts with seams between them. */
function splitText(token: Token): Token[] {
  if (token.type !== 'text') return [splitLeaf(token)]
  return token.content
    .split(stand)
    .flatMap((content, index) => [
      ...(index === 0 ? [] : [clone(token, { type: 'seam', content: '' })]),
      ...(content === '' ? [] : [clone(token, { content })]),
    ])
}

/** Code is one piece: it is told where its seams are. */
function splitLeaf(token: Token): Token {
  if (!token.content.includes(stand)) return token
  const pieces = token.content.split(stand)
  const seams: number[] = []
  for (const piece of pieces.slice(0, -1)) seams.push((seams.at(-1) ?? 0) + piece.length)
  return clone(token, { content: pieces.join(''), meta: { seams } })
}

function clone(token: Token, change: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token)), token, change)
}

/** Where seams stand in a piece of code. */
export function seamsIn(token: Token): readonly number[] {
  const meta: { readonly seams?: readonly number[] } | null = token.meta
  return meta?.seams ?? []
}
