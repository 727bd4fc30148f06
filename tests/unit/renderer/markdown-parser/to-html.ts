import type {
  Block,
  InlineRun,
  List,
  ListItem,
  MarkdownDocument,
  Table,
} from '../../../../src/renderer/painting/markdown/node'
import { htmlOf } from './inlines-html'
import { oracle } from './oracle'

/** The same HTML as markdown-it makes. Blocks of the kind `plain` are left out. */
export function toHtml({ blocks }: MarkdownDocument): string {
  return blocksToHtml(blocks)
}

const { escapeHtml } = oracle.utils

function blocksToHtml(blocks: readonly Block[]): string {
  return blocks.map(blockToHtml).join('')
}

function blockToHtml(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runsToHtml(block.runs)}</p>\n`
    case 'heading':
      return `<h${block.level}>${runsToHtml(block.runs)}</h${block.level}>\n`
    case 'code': {
      const language = /^\S+/.exec(block.info)?.[0] ?? ''
      const attribute = language === '' ? '' : ` class="language-${escapeHtml(language)}"`
      const code = block.lines.map((line) => `${line}\n`).join('')
      return `<pre><code${attribute}>${escapeHtml(code)}</code></pre>\n`
    }
    case 'math':
      return `<math>${escapeHtml(block.tex)}</math>\n`
    case 'quote': {
      const inner = blocksToHtml(block.children)
      return `<blockquote>${inner === '' ? '' : `\n${inner}`}</blockquote>\n`
    }
    case 'list':
      return listToHtml(block)
    case 'table':
      return tableToHtml(block)
    case 'rule':
      return '<hr>\n'
    case 'plain':
    case 'seam':
      return ''
  }
}

function listToHtml({ first, items }: List): string {
  const start = first === null || first === 1 ? '' : ` start="${first}"`
  const tag = first === null ? 'ul' : 'ol'
  return `<${tag}${start}>\n${items.map(itemToHtml).join('')}</${tag}>\n`
}

function itemToHtml({ tight, children }: ListItem): string {
  let html = ''
  for (const block of children) {
    if (tight && block.kind === 'paragraph') html += runsToHtml(block.runs)
    else html += (html === '' || html.endsWith('\n') ? '' : '\n') + blockToHtml(block)
    if (html !== '' && html.endsWith('>\n') === false && block !== children.at(-1)) html += '\n'
  }
  const isText = tight && children[0]?.kind === 'paragraph'
  return `<li>${isText || html === '' ? '' : '\n'}${html}</li>\n`
}

function tableToHtml({ rows: [header, ...rows] }: Table): string {
  const width = header?.cells.length ?? 0
  const row = (tag: string, cells: Table['rows'][number]['cells']) =>
    `<tr>\n${cells
      .slice(0, width)
      .map(({ alignment, runs }) => {
        const style = alignment === null ? '' : ` style="text-align:${alignment}"`
        return `<${tag}${style}>${runsToHtml(runs)}</${tag}>\n`
      })
      .join('')}</tr>\n`
  const body =
    rows.length === 0
      ? ''
      : `<tbody>\n${rows.map(({ cells }) => row('td', cells)).join('')}</tbody>\n`
  return `<table>\n<thead>\n${row('th', header?.cells ?? [])}</thead>\n${body}</table>\n`
}

const runsToHtml = (runs: readonly InlineRun[]) =>
  runs.map(({ inlines }) => htmlOf(inlines)).join('')
