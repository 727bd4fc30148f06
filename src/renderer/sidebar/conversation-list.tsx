import { type KeyboardEvent, memo, useCallback, useState } from 'react'
import type { ConversationSummary } from '../../shared/conversation/conversation'
import { ConversationItem } from './conversation-item'
import { groupByDay } from './group-by-day'
import type { SidebarActions } from './sidebar-actions'

interface ConversationListProps {
  readonly summaries: readonly ConversationSummary[]
  readonly shownId: string
  readonly actions: SidebarActions
}

/** All conversations by day. Tab reaches one of them, the arrow keys the others. */
export const ConversationList = memo(function ConversationList({
  summaries,
  shownId,
  actions,
}: ConversationListProps) {
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const onFocus = useCallback((id: string) => setFocusedId(id), [])
  const has = (id: string | null) => summaries.some((summary) => summary.id === id)
  const groups = groupByDay(summaries, Date.now())
  const first = groups[0]?.summaries[0]?.id
  const reachable = has(focusedId) ? focusedId : has(shownId) ? shownId : first

  if (summaries.length === 0) {
    return <p className="sidebar-empty">What you ask is kept here.</p>
  }
  return (
    <div className="conversation-groups">
      {groups.map(({ label, summaries: members }) => (
        <section key={label} aria-label={label}>
          <h2>{label}</h2>
          <ul>
            {members.map((summary) => (
              <ConversationItem
                key={summary.id}
                summary={summary}
                shown={summary.id === shownId}
                reachable={summary.id === reachable}
                onFocus={onFocus}
                moveFocus={moveFocus}
                actions={actions}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
})

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = [
    ...(event.currentTarget
      .closest('.conversation-groups')
      ?.querySelectorAll<HTMLElement>('.conversation-open') ?? []),
  ]
  const index = items.indexOf(event.currentTarget)
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 }[event.key]
  const item = to === undefined ? undefined : items[Math.max(0, Math.min(items.length - 1, to))]
  if (item === undefined) return
  event.preventDefault()
  item.focus()
}
