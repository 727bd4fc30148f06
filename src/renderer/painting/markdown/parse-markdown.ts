import MarkdownIt, { type Token } from 'markdown-it'
import { type Definitions, shownDefinitions } from './definitions'
import { isAddress } from './link-address'
import { plainDepths } from './plain-depths'
import { taskLists } from './task-list'
import { wideRows } from './wide-rows'

/** One top-level piece of a document: a paragraph, a list, a fenced block, a table. */
export interface MarkdownBlock {
  readonly key: string
  /** Where it starts in the text, in UTF-16 units. */
  readonly start: number
  readonly source: string
  readonly tokens: readonly Token[]
  /** The link definitions of the document: the same source means something else with others. */
  readonly definitions: string
}

const parser = new MarkdownIt({ html: false, linkify: true })
  .use(taskLists)
  .use(shownDefinitions)
  .use(wideRows)
  .use(plainDepths)
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
parser.linkify.add('ftp:', null).add('//', null)
// Whether it may be followed is decided where it is drawn.
parser.validateLink = isAddress

/**
 * Splits a text into its blocks. A block that is the same as in `previous` keeps its identity, so
 * that whoever draws it can skip it.
 */
export function parseMarkdown(
  text: string,
  previous: readonly MarkdownBlock[] = [],
): readonly MarkdownBlock[] {
  const environment: Definitions = {}
  const tokens = parser.parse(text, environment)
  const definitions = JSON.stringify(environment)
  const lineStarts = startsOfLines(text)

  const blocks: MarkdownBlock[] = []
  for (const group of topLevelGroups(tokens)) {
    const map = group[0]?.map
    if (map === null || map === undefined) continue
    const start = lineStarts[map[0]] ?? text.length
    const source = text.slice(start, lineStarts[map[1]] ?? text.length)
    const before = previous[blocks.length]
    const isSame =
      before?.source === source && before.start === start && before.definitions === definitions
    const key = String(blocks.length)
    blocks.push(isSame ? before : { key, start, source, tokens: group, definitions })
  }
  return blocks
}

/** The tokens of a block if its source were another; link definitions are those of its document. */
export function parseAgain({ definitions }: MarkdownBlock, source: string): readonly Token[] {
  return parser.parse(source, JSON.parse(definitions))
}

function topLevelGroups(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = []
  let depth = 0
  for (const token of tokens) {
    if (depth === 0) groups.push([])
    groups.at(-1)?.push(token)
    depth += token.nesting
  }
  return groups
}

/** By line number as the parser counts: it knows `\n`, `\r\n` and `\r`. */
function startsOfLines(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length)
  return starts
}
