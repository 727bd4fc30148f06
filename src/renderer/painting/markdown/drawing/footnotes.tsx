import { memo, useContext } from 'react'
import type { Footnote } from '../node'
import { BlockList } from './block-view'
import { FootnotesContext, footnotePlace, referencePlace } from './footnotes-context'
import { PageLink } from './page-link'

/** The notes at the end of a document. */
export const Footnotes = memo(function Footnotes({
  footnotes,
}: {
  readonly footnotes: readonly Footnote[]
}) {
  const names = useContext(FootnotesContext)
  if (footnotes.length === 0) return null
  return (
    <section className="footnotes" aria-label="Footnotes">
      <ol dir="auto">
        {footnotes.map((footnote, index) => (
          <li key={footnote.label} data-place={footnotePlace(names, index + 1)} tabIndex={-1}>
            <FootnoteContent footnote={footnote} />
            <PageLink
              target={referencePlace(names, index + 1)}
              name="Back to the text"
              className="footnote-back"
            >
              ↩
            </PageLink>
          </li>
        ))}
      </ol>
    </section>
  )
})

const FootnoteContent = memo(function FootnoteContent({
  footnote,
}: {
  readonly footnote: Footnote
}) {
  return <BlockList blocks={footnote.children} growing={false} />
})
