import { IconButton } from '../design/button'
import { focusNext } from '../design/focus-next'
import { useConversationActions } from './conversation-actions'

interface VersionsProps {
  readonly shown: string
  /** All alternatives in the order of their making, the shown one included. */
  readonly versions: readonly string[]
}

const names = ['Previous version', 'Next version'] as const
type ButtonName = (typeof names)[number]

function buttonIn(messageId: string, name: ButtonName): Element | null {
  return document.querySelector(`[data-message="${CSS.escape(messageId)}"] [aria-label="${name}"]`)
}

/** Goes through the alternatives of a message. */
export function Versions({ shown, versions }: VersionsProps) {
  const { chooseVersion } = useConversationActions()
  if (versions.length < 2) return null
  const index = versions.indexOf(shown)
  function choose(to: number, name: ButtonName) {
    const version = versions[to]
    if (version === undefined) return
    chooseVersion(version)
    // The button went with its message: the same one of the new message takes its place. What is looked
    // at is the beginning of the version, and stays.
    focusNext(() => [buttonIn(version, name), ...names.map((each) => buttonIn(version, each))], {
      preventScroll: true,
    })
  }
  return (
    <span className="versions">
      <IconButton
        icon="chevron-left"
        name="Previous version"
        size="small"
        disabled={index === 0}
        onClick={() => choose(index - 1, 'Previous version')}
      />
      <span>
        {index + 1} / {versions.length}
      </span>
      <IconButton
        icon="chevron-right"
        name="Next version"
        size="small"
        disabled={index === versions.length - 1}
        onClick={() => choose(index + 1, 'Next version')}
      />
    </span>
  )
}
