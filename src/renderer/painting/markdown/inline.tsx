import type { Token } from 'markdown-it'
import { createElement, Fragment, type ReactNode } from 'react'
import { Icon } from '../../design/icon'
import { MarkdownLink } from './markdown-link'
import { seamsIn } from './seam'
import { codeWithSeams, SeamMark } from './seam-mark'
import { attribute } from './token'

interface Cursor {
  readonly tokens: readonly Token[]
  position: number
}

/** Draws what stands inside a line. What is not known is shown as its text. */
export function renderInline(tokens: readonly Token[]): ReactNode {
  return readUntil(null, { tokens, position: 0 })
}

/** Everything up to the closing token of that type, or to the end. */
function readUntil(closing: string | null, cursor: Cursor): ReactNode {
  const nodes: ReactNode[] = []
  while (cursor.position < cursor.tokens.length) {
    const token = cursor.tokens[cursor.position]
    cursor.position += 1
    if (token === undefined || token.type === closing) break
    nodes.push(<Fragment key={nodes.length}>{renderToken(token, cursor)}</Fragment>)
  }
  return nodes
}

function renderToken(token: Token, cursor: Cursor): ReactNode {
  switch (token.type) {
    case 'softbreak':
      return '\n'
    case 'hardbreak':
      return <br />
    case 'code_inline':
      return <code className="inline-code">{codeWithSeams(token.content, seamsIn(token))}</code>
    case 'strong_open':
    case 'em_open':
    case 's_open':
      return createElement(
        token.tag,
        null,
        readUntil(token.type.replace('_open', '_close'), cursor),
      )
    case 'link_open':
      return (
        <MarkdownLink address={attribute(token, 'href') ?? ''} hint={attribute(token, 'title')}>
          {readUntil('link_close', cursor)}
        </MarkdownLink>
      )
    case 'image':
      // Loading it would tell a stranger's server that this answer was read.
      return (
        <MarkdownLink
          address={attribute(token, 'src') ?? ''}
          hint={attribute(token, 'title')}
          className="image-chip"
        >
          <Icon name="image" />
          {token.content === '' ? 'Image' : token.content}
        </MarkdownLink>
      )
    case 'seam':
      return <SeamMark />
    default:
      return token.content
  }
}
