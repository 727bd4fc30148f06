import { assertNever } from '../../../shared/assert-never'
import { formOfCode } from '../../painting/markdown/drawing/form-of-code'
import type { Block, CodeBlock, Inline, InlineRun } from '../../painting/markdown/node'

/**
 * The words of blocks as `wordsOnPage` reads them off the page: without marks and addresses, every
 * block on lines of its own. A formula is what it is written as, and a diagram has none.
 */
export function drawnWords(blocks: readonly Block[]): string {
  return blocks.map(blockWords).join('\n')
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return runWords(block.runs)
    case 'code':
      return codeWords(block)
    case 'math':
      return block.closed ? formulaWords(block.tex, true) : ''
    case 'quote':
      return drawnWords(block.children)
    case 'list':
      return block.items.map(({ children }) => drawnWords(children)).join('\n')
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map(({ runs }) => runWords(runs))).join('\n')
    case 'plain':
      return block.text
    case 'rule':
    case 'seam':
      return ''
    default:
      return assertNever(block)
  }
}

function codeWords(block: CodeBlock): string {
  const code = block.lines.join('\n')
  switch (formOfCode(block)) {
    case 'diagram':
      return ''
    case 'formula':
      return formulaWords(code, true)
    case 'code':
      return code
  }
}

const runWords = (runs: readonly InlineRun[]): string =>
  runs.map(({ inlines }) => inlineWords(inlines)).join('')

const inlineWords = (inlines: readonly Inline[]): string => inlines.map(wordsOfInline).join('')

function wordsOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return onOneLine(inline.text)
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
    case 'link':
      return inlineWords(inline.children)
    case 'image':
      return onOneLine(inline.alt === '' ? 'Image' : inline.alt)
    case 'break':
      return '\n'
    case 'math':
      return formulaWords(inline.tex, inline.display)
    case 'footnote':
    case 'seam':
      return ''
    default:
      return assertNever(inline)
  }
}

function formulaWords(tex: string, display: boolean): string {
  return display ? `\n$$${onOneLine(tex)}$$\n` : `$${onOneLine(tex)}$`
}

/** The end of a line in a source is a space on the page. */
export const onOneLine = (text: string): string => text.replaceAll('\n', ' ')
