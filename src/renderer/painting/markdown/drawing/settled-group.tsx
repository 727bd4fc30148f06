import { type ReactNode, useEffect, useRef } from 'react'
import { settle } from './settle'

interface SettledGroupProps {
  /** No block follows: it may change, and stays laid out. */
  readonly isLast: boolean
  readonly children: ReactNode
}

/** Some blocks under each other that cost a browser nothing while they are out of sight. */
export function SettledGroup({ isLast, children }: SettledGroupProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    return isLast || element === null ? undefined : settle(element)
  }, [isLast])
  return (
    <div ref={place} className="blocks">
      {children}
    </div>
  )
}
