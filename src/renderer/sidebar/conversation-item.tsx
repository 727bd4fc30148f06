import { type KeyboardEvent, memo, useCallback, useRef, useState } from 'react'
import type { ConversationSummary } from '../../shared/conversation/conversation'
import { Menu, type MenuItem } from '../design/menu'
import { MenuButton } from '../design/menu-button'
import { TitleField } from '../design/title-field'
import type { SidebarActions } from './sidebar-actions'

interface ConversationItemProps {
  readonly summary: ConversationSummary
  readonly shown: boolean
  readonly reachable: boolean
  readonly onFocus: (id: string) => void
  readonly moveFocus: (event: KeyboardEvent<HTMLElement>) => void
  readonly actions: SidebarActions
}

export const ConversationItem = memo(function ConversationItem(props: ConversationItemProps) {
  const { summary, shown, reachable, onFocus, moveFocus, actions } = props
  const [renaming, setRenaming] = useState(false)
  const [menuAt, setMenuAt] = useState<{ x: number; y: number } | null>(null)
  const closeMenu = useCallback(() => setMenuAt(null), [])
  const item = useRef<HTMLLIElement>(null)

  function remove() {
    // Its neighbour takes over the focus, which would go with it.
    const sidebar = item.current?.closest('.sidebar')
    const all = [...(sidebar?.querySelectorAll<HTMLElement>('.conversation-open') ?? [])]
    const place = all.findIndex((each) => item.current?.contains(each))
    const neighbour = all[place + 1] ?? all[place - 1] ?? sidebar?.querySelector('input')
    neighbour?.focus()
    actions.remove(summary)
  }

  const items: readonly MenuItem[] = [
    { label: 'Rename', icon: 'edit', choose: () => setRenaming(true) },
    { label: 'Delete', icon: 'trash', dangerous: true, choose: remove },
  ]

  if (renaming) {
    return (
      <li className="conversation-item">
        <TitleField
          title={summary.title}
          className="conversation-rename"
          save={(title) => actions.rename(summary.id, title)}
          close={() => setRenaming(false)}
        />
      </li>
    )
  }
  return (
    <li
      ref={item}
      className="conversation-item"
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuAt({ x: event.clientX, y: event.clientY })
      }}
    >
      <button
        type="button"
        className="conversation-open"
        title={summary.title}
        dir="auto"
        aria-current={shown ? 'page' : undefined}
        tabIndex={reachable ? 0 : -1}
        onFocus={() => onFocus(summary.id)}
        onClick={() => actions.open(summary.id)}
        onKeyDown={(event) => {
          if (event.key === 'F2') setRenaming(true)
          else if (event.key === 'Delete') remove()
          else moveFocus(event)
        }}
      >
        {summary.title}
      </button>
      {summary.running && <span className="running-dot" role="img" aria-label="Answer running" />}
      <MenuButton
        name={`Menu of ${summary.title}`}
        items={items}
        size="small"
        className="conversation-menu"
        tabIndex={reachable ? 0 : -1}
      />
      {menuAt !== null && (
        <Menu name={`Menu of ${summary.title}`} items={items} at={menuAt} close={closeMenu} />
      )}
    </li>
  )
})
