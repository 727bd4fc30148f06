import type { ReactNode } from 'react'
import { classes } from '../../../design/classes'

interface PageLinkProps {
  /** Its own place, which several links may share: then the first is meant. */
  readonly place?: string
  /** The place that it leads to: an element with this `data-place`. */
  readonly target: string
  readonly name: string
  readonly className?: string
  readonly children: ReactNode
}

/** A link within the page. It moves the view and the focus and navigates nothing. */
export function PageLink({ place, target, name, className, children }: PageLinkProps) {
  return (
    <a
      data-place={place}
      href={`#${target}`}
      aria-label={name}
      className={classes('link', className)}
      draggable={false}
      onClick={(event) => {
        event.preventDefault()
        const element = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(target)}"]`)
        element?.scrollIntoView({ block: 'nearest' })
        element?.focus({ preventScroll: true })
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  )
}
