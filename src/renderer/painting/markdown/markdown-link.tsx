import { createContext, type ReactNode, useContext } from 'react'
import { classes } from '../../design/classes'
import { linkAddress } from './link-address'

/** What happens when the reader follows a link. */
export const FollowLinkContext = createContext<(address: string) => void>(() => {})

interface MarkdownLinkProps {
  readonly address: string
  readonly className?: string
  readonly children: ReactNode
}

/** A link that says where it leads. It navigates nothing by itself. */
export function MarkdownLink({ address, className, children }: MarkdownLinkProps) {
  const follow = useContext(FollowLinkContext)
  const target = linkAddress(address)
  if (target === null) return <span className={classes('dead-link', className)}>{children}</span>
  return (
    <a
      href={target}
      title={target}
      className={classes('link', className)}
      draggable={false}
      onClick={(event) => {
        event.preventDefault()
        follow(target)
      }}
      onAuxClick={(event) => event.preventDefault()}
    >
      {children}
    </a>
  )
}
