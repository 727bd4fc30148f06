import { type CSSProperties, createElement, memo, type ReactNode, useEffect } from 'react'
import { assertNever } from '../../../../shared/assert-never'
import { classes } from '../../../design/classes'
import { CodeBlock } from '../../code/code-block'
import { Diagram } from '../../diagrams/diagram'
import { prepareDiagrams } from '../../diagrams/diagrams'
import { Formula } from '../../math/formula'
import type * as node from '../node'
import { formOfCode } from './form-of-code'
import { Grouped } from './grouped'
import { growingClass, InlineRuns } from './inline-runs'
import { PlainPieces } from './plain-pieces'
import { SettledGroup } from './settled-group'
import { TableView } from './table-view'
import { textWithSeams } from './text-with-seams'

interface BlockProps {
  readonly block: node.Block
  /** More text is coming at its end. */
  readonly growing: boolean
  /** In a tight list a paragraph is only its text. */
  readonly bare?: boolean
  /** Not for a block in another one, whose sides it shares. */
  readonly dir?: 'auto'
}

/** A block as elements; one that is the same object as before is not drawn again. */
const BlockView = memo(function BlockView({ block, growing, bare = false, dir }: BlockProps) {
  switch (block.kind) {
    case 'paragraph': {
      const text = <InlineRuns runs={block.runs} growing={growing} />
      return bare ? text : <p className={growingClass(block.runs, growing)}>{text}</p>
    }
    case 'heading':
      return createElement(
        belowPageTitle(block.level),
        { className: growingClass(block.runs, growing) },
        <InlineRuns runs={block.runs} growing={growing} />,
      )
    case 'code':
      return <CodeView block={block} growing={growing} />
    case 'math':
      return block.closed ? <Formula tex={block.tex} display /> : growing && <Growing />
    case 'quote':
      return (
        <blockquote dir={dir}>
          <BlockList blocks={block.children} growing={growing} />
        </blockquote>
      )
    case 'list':
      return <ListView list={block} growing={growing} dir={dir} />
    case 'table':
      return <TableView table={block} growing={growing} dir={dir} />
    case 'rule':
      return <hr />
    case 'plain':
      return (
        <div className={classes('plain-text', growing && 'growing')}>
          {block.text.length > mostInOne && block.seams === undefined ? (
            <PlainPieces text={block.text} from={0} />
          ) : (
            textWithSeams(block.text, block.seams)
          )}
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
      draw={drawTop}
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
  const isDiagramComing = growing && !closed && formOfCode({ ...block, closed: true }) === 'diagram'
  useEffect(() => {
    if (isDiagramComing) prepareDiagrams()
  }, [isDiagramComing])
  const code = <CodeBlock lines={lines} info={info} seams={seams} growing={growing && !closed} />
  switch (formOfCode(block)) {
    case 'diagram':
      return <Diagram source={lines.join('\n')} fallback={code} />
    case 'formula':
      return <Formula tex={lines.join('\n')} display />
    case 'code':
      return code
  }
}

interface ListProps {
  readonly list: node.List
  readonly growing: boolean
  readonly dir: 'auto' | undefined
}

function ListView({ list, growing, dir }: ListProps) {
  const items = <Grouped items={list.items} draw={drawItem} growing={growing} />
  if (list.first === null) return <ul dir={dir}>{items}</ul>
  return (
    <ol dir={dir} start={list.first} style={roomForNumber(list.first + list.items.length - 1)}>
      {items}
    </ol>
  )
}

/** Two digits have room enough. */
function roomForNumber(last: number): CSSProperties | undefined {
  const digits = String(last).length
  return digits <= 2 ? undefined : { paddingInlineStart: `calc(${digits}ch + 12px)` }
}

const ItemView = memo(function ItemView({ item, growing }: ItemProps) {
  const content = <BlockList blocks={item.children} growing={growing} bare={item.tight} />
  const last = item.children.at(-1)
  const isBareText = item.tight && last?.kind === 'paragraph'
  const end = isBareText && growingClass(last.runs, growing)
  if (item.done === null) return <li className={classes(end)}>{content}</li>
  return (
    <li className={classes('task', end)}>
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

/** UTF-16 units: as much plain text as a browser lays out again within a frame. */
const mostInOne = 8_192

const drawTop = (block: node.Block, growing: boolean): ReactNode => (
  <BlockView key={block.start} block={block} growing={growing} dir="auto" />
)
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

/** Where more is coming while nothing of it can be shown. */
export function Growing() {
  return <p className="growing" />
}

/** The page has its own first and second heading. */
function belowPageTitle(level: number): string {
  return `h${Math.min(6, level + 2)}`
}
