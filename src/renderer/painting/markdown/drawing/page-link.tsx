import type { ReactNode } from 'react'

interface PageLinkProps {
  readonly id?: string
  /** The element that it leads to, in the same document. */
  readonly target: string
  readonly name: string
  readonly children: ReactNode
}

/** A link within the page. It moves the view and the focus and navigates nothing. */
export function PageLink({ id, target, name, children }: PageLinkProps) {
  return (
    <a
      id={id}
      href={`#${target}`}
      aria-label={name}
      className="link"
      draggable={false}
      onClick={(event) => {
        event.preventDefault()
        const element = document.getElementById(target)
        element?.scrollIntoView({ block: 'nearest' })
        element?.focus({ preventScroll: true })
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  )
}
