import { useContext } from 'react'
import { FootnotesContext, footnotePlace, referencePlace } from './footnotes-context'
import { PageLink } from './page-link'

/** Leads to the footnote; to where it will be, while it is not written yet. */
export function FootnoteReference({ label }: { readonly label: string }) {
  const names = useContext(FootnotesContext)
  const number = names.numbers.get(label)
  if (number === undefined) return <sup className="footnote-reference">{label}</sup>
  return (
    <sup className="footnote-reference">
      <PageLink
        place={referencePlace(names, number)}
        target={footnotePlace(names, number)}
        name={`Footnote ${number}`}
      >
        {number}
      </PageLink>
    </sup>
  )
}
