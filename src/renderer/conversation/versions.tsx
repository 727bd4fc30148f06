import { IconButton } from '../design/button'
import { useConversationActions } from './conversation-actions'

interface VersionsProps {
  readonly shown: string
  /** All alternatives in the order of their making, the shown one included. */
  readonly versions: readonly string[]
}

/** Goes through the alternatives of a message. */
export function Versions({ shown, versions }: VersionsProps) {
  const { chooseVersion } = useConversationActions()
  if (versions.length < 2) return null
  const index = versions.indexOf(shown)
  const choose = (to: number) => {
    const version = versions[to]
    if (version !== undefined) chooseVersion(version)
  }
  return (
    <span className="versions">
      <IconButton
        icon="chevron-left"
        name="Previous version"
        size="small"
        disabled={index === 0}
        onClick={() => choose(index - 1)}
      />
      <span>
        {index + 1} / {versions.length}
      </span>
      <IconButton
        icon="chevron-right"
        name="Next version"
        size="small"
        disabled={index === versions.length - 1}
        onClick={() => choose(index + 1)}
      />
    </span>
  )
}
