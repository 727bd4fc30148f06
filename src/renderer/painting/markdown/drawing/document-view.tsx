import { useEffect, useId, useMemo } from 'react'
import type { Block, Footnote } from '../node'
import { Growing, TopBlocks } from './block-view'
import { Footnotes } from './footnotes'
import { type FootnoteNames, FootnotesContext } from './footnotes-context'
import { listenForCopies } from './listen-for-copies'
import '../markdown.css'

interface DocumentViewProps {
  readonly blocks: readonly Block[]
  readonly footnotes: readonly Footnote[]
  /** Shows the place where more is coming. */
  readonly growing: boolean
}

/** A document as elements. */
export function DocumentView({ blocks, footnotes, growing }: DocumentViewProps) {
  useEffect(listenForCopies, [])
  return (
    <FootnotesContext value={useFootnoteNames(footnotes)}>
      <div className="markdown">
        <TopBlocks blocks={blocks} growing={growing} />
        {growing && blocks.length === 0 && <Growing />}
        <Footnotes footnotes={footnotes} />
      </div>
    </FootnotesContext>
  )
}

function useFootnoteNames(footnotes: readonly Footnote[]): FootnoteNames {
  const prefix = useId()
  const labels = footnotes.map(({ label }) => label).join('\n')
  return useMemo(() => {
    const known = labels === '' ? [] : labels.split('\n')
    return { prefix, numbers: new Map(known.map((label, index) => [label, index + 1])) }
  }, [prefix, labels])
}
