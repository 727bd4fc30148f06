import type { Token } from 'markdown-it'
import { Fragment, memo, useRef } from 'react'
import { renderBlocks } from './block'
import './markdown.css'
import { type MarkdownBlock, parseMarkdown } from './parse-markdown'
import { seamPlaces, withSeams } from './seam'
import { lastLeaf } from './token'

interface MarkdownProps {
  readonly text: string
  /** Offsets in the text where it went on after an interruption. */
  readonly seams?: readonly number[]
  /** Shows the place where more is coming. */
  readonly growing?: boolean
}

const noSeams: readonly number[] = []

/** A text as a document. While it grows, blocks that are settled are neither drawn nor touched. */
export function Markdown({ text, seams = noSeams, growing = false }: MarkdownProps) {
  const last = useRef<{ text: string; blocks: readonly MarkdownBlock[] }>({ text: '', blocks: [] })
  if (last.current.text !== text) {
    last.current = { text, blocks: parseMarkdown(text, last.current.blocks) }
  }
  const { blocks } = last.current
  const { before, within } = seamPlaces(blocks, seams)
  return (
    <div className="markdown">
      {blocks.map((block, index) => (
        <Fragment key={block.key}>
          {before.has(index) && <Seam />}
          <Block
            tokens={within.has(index) ? withSeams(block, within.get(index) ?? []) : block.tokens}
            growing={growing && index === blocks.length - 1}
          />
        </Fragment>
      ))}
      {growing && blocks.length === 0 && (
        <p>
          <span className="caret" />
        </p>
      )}
    </div>
  )
}

interface BlockProps {
  readonly tokens: readonly Token[]
  readonly growing: boolean
}

const Block = memo(function Block({ tokens, growing }: BlockProps) {
  return renderBlocks(tokens, growing ? lastLeaf(tokens) : undefined)
})

function Seam() {
  return (
    <div className="seam" title="Resumed here">
      Resumed here
    </div>
  )
}
