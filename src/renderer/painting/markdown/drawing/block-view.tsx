import { createElement, memo, type ReactNode, useEffect } from 'react'
import { assertNever } from '../../../../shared/assert-never'
import { CodeBlock } from '../../code/code-block'
import { Diagram } from '../../diagrams/diagram'
import { prepareDiagrams } from '../../diagrams/diagrams'
import { Formula } from '../../math/formula'
import type * as node from '../node'
import { Caret } from './caret'
import { Grouped } from './grouped'
import { InlineRuns } from './inline-runs'
import { SettledGroup } from './settled-group'
import { TableView } from './table-view'
import { textWithSeams } from './text-with-seams'

interface BlockProps {
  readonly block: node.Block
  /** More text is coming at its end. */
  readonly growing: boolean
  /** In a tight list a paragraph is only its text. */
  readonly bare?: boolean
}

/** A block as elements; one that is the same object as before is not drawn again. */
export const BlockView = memo(function BlockView({ block, growing, bare = false }: BlockProps) {
  switch (block.kind) {
    case 'paragraph': {
      const text = <InlineRuns runs={block.runs} growing={growing} />
      return bare ? text : <p>{text}</p>
    }
    case 'heading':
      return createElement(
        belowPageTitle(block.level),
        null,
        <InlineRuns runs={block.runs} growing={growing} />,
      )
    case 'code':
      return <CodeView block={block} growing={growing} />
    case 'math':
      return block.closed ? <Formula tex={block.tex} display /> : growing && <Caret />
    case 'quote':
      return (
        <blockquote>
          <BlockList blocks={block.children} growing={growing} />
        </blockquote>
      )
    case 'list':
      return <ListView list={block} growing={growing} />
    case 'table':
      return <TableView table={block} growing={growing} />
    case 'rule':
      return <hr />
    case 'plain':
      return (
        <div className="plain-text">
          {textWithSeams(block.text, block.seams)}
          {growing && <Caret />}
        </div>
      )
    case 'seam':
      return (
        <div className="seam" title="Resumed here">
          Resumed here
        </div>
      )
    default:
      return assertNever(block)
  }
})

interface TopBlocksProps {
  readonly blocks: readonly node.Block[]
  readonly growing: boolean
}

/** The blocks of a document, in groups: a browser that lays out the last one goes through few. */
export function TopBlocks({ blocks, growing }: TopBlocksProps) {
  return (
    <Grouped
      items={blocks}
      draw={draw}
      growing={growing}
      groupSize={topGroupSize}
      wrap={settledGroup}
    />
  )
}

interface BlockListProps {
  readonly blocks: readonly node.Block[]
  readonly growing: boolean
  readonly bare?: boolean
}

/** Blocks under each other; the last one may grow. */
export function BlockList({ blocks, growing, bare = false }: BlockListProps) {
  return <Grouped items={blocks} draw={bare ? drawBare : draw} growing={growing} />
}

function CodeView({
  block,
  growing,
}: {
  readonly block: node.CodeBlock
  readonly growing: boolean
}) {
  const { lines, info, closed, seams = noSeams } = block
  const language = info.trim().split(/\s/, 1)[0]?.toLowerCase()
  const isDiagramComing = language === 'mermaid' && growing && !closed
  useEffect(() => {
    if (isDiagramComing) prepareDiagrams()
  }, [isDiagramComing])
  const code = (
    <CodeBlock
      lines={lines}
      info={info}
      closed={closed}
      seams={seams}
      growing={growing && !closed}
    />
  )
  if (!closed || seams.length > 0) return code
  if (language === 'mermaid') return <Diagram source={lines.join('\n')} fallback={code} />
  if (language === 'math') return <Formula tex={lines.join('\n')} display />
  return code
}

function ListView({ list, growing }: { readonly list: node.List; readonly growing: boolean }) {
  const items = <Grouped items={list.items} draw={drawItem} growing={growing} />
  return list.first === null ? <ul>{items}</ul> : <ol start={list.first}>{items}</ol>
}

const ItemView = memo(function ItemView({ item, growing }: ItemProps) {
  const content = <BlockList blocks={item.children} growing={growing} bare={item.tight} />
  if (item.done === null) return <li>{content}</li>
  return (
    <li className="task">
      <input
        type="checkbox"
        checked={item.done}
        disabled
        aria-label={item.done ? 'Done' : 'Open'}
      />
      {content}
    </li>
  )
})

interface ItemProps {
  readonly item: node.ListItem
  readonly growing: boolean
}

const noSeams: readonly number[] = []

const draw = (block: node.Block, growing: boolean): ReactNode => (
  <BlockView key={block.start} block={block} growing={growing} />
)
const drawBare = (block: node.Block, growing: boolean): ReactNode => (
  <BlockView key={block.start} block={block} growing={growing} bare />
)
const drawItem = (item: node.ListItem, growing: boolean): ReactNode => (
  <ItemView key={item.start} item={item} growing={growing} />
)

/** About a screen full. */
const topGroupSize = 8

const settledGroup = (group: ReactNode, key: number, isLast: boolean): ReactNode => (
  <SettledGroup key={key} isLast={isLast}>
    {group}
  </SettledGroup>
)

/** The page has its own first and second heading. */
function belowPageTitle(level: number): string {
  return `h${Math.min(6, level + 2)}`
}
