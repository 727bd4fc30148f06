import type { Token } from 'markdown-it'
import { createElement, Fragment, type ReactNode } from 'react'
import { CodeBlock } from './code-block'
import { renderInline } from './inline'
import { seamsIn } from './seam'
import { codeWithSeams } from './seam-mark'
import { isTaskDone } from './task-list'
import { attribute } from './token'

/**
 * Draws the tokens of a block, and what stands in it, as elements. The caret stands at the end of
 * the `growing` token.
 */
export function renderBlocks(tokens: readonly Token[], growing?: Token): ReactNode {
  const nodes: ReactNode[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) break
    const end = token.nesting === 1 ? closingIndex(tokens, index) : index
    const inner = tokens.slice(index + 1, end)
    nodes.push(<Fragment key={nodes.length}>{renderBlock(token, inner, growing)}</Fragment>)
    index = end
  }
  return nodes
}

function renderBlock(token: Token, inner: readonly Token[], growing?: Token): ReactNode {
  switch (token.type) {
    case 'inline':
      return (
        <>
          {renderInline(token.children ?? [])}
          {token === growing && <span className="caret" />}
        </>
      )
    case 'paragraph_open':
      // In a tight list a paragraph is only its text.
      return token.hidden ? renderBlocks(inner, growing) : <p>{renderBlocks(inner, growing)}</p>
    case 'fence':
    case 'code_block':
      return (
        <CodeBlock
          code={token.content}
          info={token.info}
          seams={seamsIn(token)}
          growing={token === growing}
        />
      )
    case 'plain_text':
      return (
        <div className="plain-text">
          {codeWithSeams(token.content, seamsIn(token))}
          {token === growing && <span className="caret" />}
        </div>
      )
    case 'hr':
      return <hr />
    case 'heading_open':
      return createElement(belowPageTitle(token.tag), null, renderBlocks(inner, growing))
    case 'ordered_list_open':
      return <ol start={Number(attribute(token, 'start') ?? 1)}>{renderBlocks(inner, growing)}</ol>
    case 'list_item_open':
      return renderListItem(isTaskDone(token), renderBlocks(inner, growing))
    case 'table_open':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard.
        <div className="table-scroll" tabIndex={0}>
          <table>{renderBlocks(inner, growing)}</table>
        </div>
      )
    case 'th_open':
    case 'td_open':
      return createElement(token.tag, { className: alignment(token) }, renderBlocks(inner, growing))
    case 'bullet_list_open':
    case 'blockquote_open':
    case 'thead_open':
    case 'tbody_open':
    case 'tr_open':
      return createElement(token.tag, null, renderBlocks(inner, growing))
    default:
      return token.content
  }
}

function renderListItem(done: boolean | null, content: ReactNode): ReactNode {
  if (done === null) return <li>{content}</li>
  return (
    <li className="task">
      <input type="checkbox" checked={done} disabled aria-label={done ? 'Done' : 'Open'} />
      {content}
    </li>
  )
}

/** The page has its own first and second heading. */
function belowPageTitle(tag: string): string {
  return `h${Math.min(6, Number(tag.slice(1)) + 2)}`
}

function closingIndex(tokens: readonly Token[], opening: number): number {
  let depth = 0
  for (let index = opening; index < tokens.length; index += 1) {
    depth += tokens[index]?.nesting ?? 0
    if (depth === 0) return index
  }
  return tokens.length
}

function alignment(token: Token): string | undefined {
  const side = /text-align:(center|right)/.exec(attribute(token, 'style') ?? '')?.[1]
  return side === undefined ? undefined : `align-${side}`
}
