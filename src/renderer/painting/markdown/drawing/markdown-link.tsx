import { createContext, type ReactNode, useContext } from 'react'
import { classes } from '../../../design/classes'
import { linkAddress } from '../link-address'

/** What happens when the reader follows a link. */
export const FollowLinkContext = createContext<(address: string) => void>(() => {})

interface MarkdownLinkProps {
  /** As it is written; null while it is still being written. */
  readonly address: string | null
  /** More about it, as the text says. */
  readonly hint: string | null
  readonly className?: string
  readonly children: ReactNode
}

const longestTitle = 1000

/** A link that says where it leads. It navigates nothing by itself, and may be only its words. */
export function MarkdownLink({ address, hint, className, children }: MarkdownLinkProps) {
  const follow = useContext(FollowLinkContext)
  if (address === null) return <span className={classes('link', className)}>{children}</span>
  const target = linkAddress(address)
  const title = [(target ?? address).slice(0, longestTitle), hint].filter(Boolean).join('\n')
  if (target === null) {
    return (
      <span className={classes('dead-link', className)} title={title}>
        {children}
      </span>
    )
  }
  return (
    <a
      href={target}
      title={title}
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
