import { useEffect, useState } from 'react'
import { Icon } from './icon'

interface CopyButtonProps {
  readonly name: string
  readonly className: string
  /** Shows only the icon; the name stays for screen readers and as the tooltip. */
  readonly iconOnly?: boolean
  readonly copy: () => Promise<boolean>
}

const confirmedForMs = 1500

/** Copies, and says so for a moment. */
export function CopyButton({ name, className, iconOnly = false, copy }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), confirmedForMs)
    return () => clearTimeout(timer)
  }, [copied])
  return (
    <button
      type="button"
      className={className}
      aria-label={name}
      title={iconOnly ? name : undefined}
      onClick={async () => setCopied(await copy())}
    >
      <Icon name={copied ? 'check' : 'copy'} />
      {!iconOnly && (copied ? 'Copied' : name)}
    </button>
  )
}
