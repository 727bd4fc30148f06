import { type KeyboardEvent, type Ref, useDeferredValue, useRef, useState } from 'react'
import { useConversations } from '../bridge/client-context'
import { Button, IconButton } from '../design/button'
import { DropMark } from '../design/drop-mark'
import { Icon } from '../design/icon'
import { ConversationList } from './conversation-list'
import { SearchResults } from './search-results'
import './sidebar.css'
import type { SidebarActions } from './sidebar-actions'

interface SidebarProps {
  readonly searchBox: Ref<HTMLInputElement>
  readonly shownId: string
  /** Shown over the conversation where there is no room beside it. */
  readonly open: boolean
  readonly newShortcut: string
  readonly searchShortcut: string
  readonly close: () => void
  readonly actions: SidebarActions
}

export function Sidebar(props: SidebarProps) {
  const { searchBox, shownId, open, newShortcut, searchShortcut, close, actions } = props
  const summaries = useConversations((conversations) => conversations.summaries)
  const [wanted, setWanted] = useState('')
  const searched = useDeferredValue(wanted.trim())
  const list = useRef<HTMLDivElement>(null)

  function onSearchKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && wanted !== '') {
      event.stopPropagation()
      setWanted('')
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      list.current
        ?.querySelector<HTMLElement>('.search-hit, .conversation-open[tabindex="0"]')
        ?.focus()
    }
    if (event.key === 'Enter') {
      // Opening a hit moves the focus into the message box, where the key would be a line end.
      event.preventDefault()
      const results = list.current?.querySelector<HTMLElement>('.search-results')
      // Those of what was typed before may still stand there.
      if (results?.getAttribute('data-searched') !== wanted.trim()) return
      results.querySelector<HTMLElement>('.search-hit')?.click()
    }
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc does the same. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same. */}
      <div className="sidebar-scrim" data-open={open} onClick={close} />
      <nav className="sidebar" aria-label="Conversations" data-open={open}>
        <div className="sidebar-brand">
          <DropMark size={18} />
          <span>Rivulet</span>
          <IconButton
            icon="plus"
            name="New conversation"
            hint={newShortcut}
            onClick={actions.startNew}
          />
        </div>
        <label className="sidebar-search">
          <Icon name="search" />
          <input
            ref={searchBox}
            type="search"
            title={searchShortcut}
            aria-label="Search conversations"
            placeholder="Search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            onKeyDown={onSearchKeyDown}
          />
          {/* Written out in words it would hide what the field is for. */}
          {wanted === '' && searchShortcut.length <= 3 && <kbd>{searchShortcut}</kbd>}
        </label>
        <div ref={list} className="sidebar-list">
          {searched === '' ? (
            <ConversationList summaries={summaries ?? []} shownId={shownId} actions={actions} />
          ) : (
            <SearchResults text={searched} open={actions.open} />
          )}
        </div>
        <div className="sidebar-foot">
          <Button kind="plain" icon="settings" onClick={actions.openSettings}>
            Settings
          </Button>
        </div>
      </nav>
    </>
  )
}
