import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Banner } from '../banner/banner'
import { useClient, useConversations, useSurroundings } from '../bridge/client-context'
import { Composer, type ComposerHandle } from '../composer/composer'
import { ConversationActionsContext } from '../conversation/conversation-actions'
import { ConversationView } from '../conversation/conversation-view'
import { createSession } from '../conversation/session'
import { useModel, usePath, useProblem, useRunning } from '../conversation/use-session'
import { applyTheme } from '../design/theme'
import { Toast, type ToastContent } from '../design/toast'
import { CopyTextContext } from '../painting/markdown/code-block'
import { FollowLinkContext } from '../painting/markdown/markdown-link'
import { Settings } from '../settings/settings'
import type { SettingsPlace } from '../settings/settings-place'
import { Sidebar } from '../sidebar/sidebar'
import { conversationMarkdown } from './conversation-markdown'
import { EmptyPlace } from './empty-place'
import './main-window.css'
import { labelOf, type ShortcutName, shortcutLabel } from './shortcut'
import { ShortcutsDialog } from './shortcuts-dialog'
import { useMessageActions } from './use-message-actions'
import { usePlace } from './use-place'
import { usePushes } from './use-pushes'
import { useShortcuts } from './use-shortcuts'
import { useSidebarActions } from './use-sidebar-actions'

/** The main window: puts its parts side by side and tells each what the others did. */
export function MainWindow() {
  const client = useClient()
  const session = useMemo(() => createSession(client), [client])
  const { settings, providers, desktop } = useSurroundings((all) => all)
  const place = usePlace()
  const { conversationId } = place
  const path = usePath(conversationId)
  const model = useModel(session, conversationId)
  const problem = useProblem(session, conversationId)
  const running = useRunning(session, conversationId)
  const openFailure = useConversations(({ failures }) => failures.get(conversationId))
  const title = useTitle(conversationId)

  const composer = useRef<ComposerHandle>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const modelBox = useRef<HTMLSelectElement>(null)
  const [settingsPlace, setSettingsPlace] = useState<SettingsPlace | null>(null)
  const [shortcutsOpen, setShortcutsOpen] = useState(false)
  const [sidebarOpen, setSidebarOpen] = useState(false)
  const [renaming, setRenaming] = useState(false)
  const [editingId, setEditingId] = useState<string | null>(null)
  const [toast, setToast] = useState<ToastContent | null>(null)

  const platform = desktop?.platform ?? 'linux'
  const modifiedEnter = settings?.sendKey === 'modified-enter'
  const theme = settings?.theme ?? 'system'
  useEffect(() => applyTheme(theme), [theme])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place starts fresh.
  useEffect(() => {
    setEditingId(null)
    setRenaming(false)
    setSidebarOpen(false)
  }, [conversationId])

  const focusComposer = useCallback(() => composer.current?.focus(), [])
  const focusModel = useCallback(() => modelBox.current?.focus(), [])
  const closeToast = useCallback(() => setToast(null), [])
  const messageActions = useMessageActions({
    session,
    conversationId,
    setEditing: setEditingId,
    focusComposer,
    focusModel,
    openProvider: (providerId) => setSettingsPlace({ section: 'providers', providerId }),
  })
  const sidebarActions = useSidebarActions({
    place,
    setToast,
    focusComposer,
    closeSidebar: () => setSidebarOpen(false),
    openSettings: () => setSettingsPlace({ section: 'general' }),
  })
  const { copy } = messageActions
  const followLink = useCallback(
    (address: string) => void client.bridge.desktop.openLink({ address }),
    [client],
  )
  const stop = useCallback(() => session.stop(conversationId), [session, conversationId])
  const editLast = useCallback(() => {
    const last = session.pathOf(conversationId).findLast(({ message }) => message.role === 'user')
    if (last !== undefined) setEditingId(last.message.id)
  }, [session, conversationId])

  function run(name: ShortcutName) {
    switch (name) {
      case 'new-conversation':
        return sidebarActions.startNew()
      case 'open-settings':
        return sidebarActions.openSettings()
      case 'show-shortcuts':
        return setShortcutsOpen(true)
      case 'back':
        return place.back()
      case 'forward':
        return place.forward()
      case 'focus-search':
        setSidebarOpen(true)
        // It can take the focus only when it is visible.
        return void requestAnimationFrame(() => searchBox.current?.focus())
      case 'copy-last-answer':
        return void messageActions.copyLast()
    }
  }
  useShortcuts(platform, run)
  usePushes({ place, session, composer, run })
  useEscape(() => {
    if (sidebarOpen) setSidebarOpen(false)
    else session.stop(conversationId)
  })

  const copyText = useCallback((text: string) => copy(text), [copy])
  const hasMessages = path.length > 0
  const closeSettings = useCallback(() => setSettingsPlace(null), [])
  const closeShortcuts = useCallback(() => setShortcutsOpen(false), [])
  if (settings === null || providers === null || desktop === null) return null

  return (
    <CopyTextContext value={copyText}>
      <FollowLinkContext value={followLink}>
        <ConversationActionsContext value={messageActions}>
          <div className="main-window">
            <Sidebar
              searchBox={searchBox}
              shownId={conversationId}
              open={sidebarOpen}
              newShortcut={labelOf('new-conversation', platform)}
              searchShortcut={labelOf('focus-search', platform)}
              actions={sidebarActions}
            />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: Esc does the same. */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same. */}
            <div
              className="sidebar-scrim"
              data-open={sidebarOpen}
              onClick={() => setSidebarOpen(false)}
            />
            <div className="pane">
              <Banner
                title={title ?? 'New conversation'}
                rename={hasMessages ? (next) => sidebarActions.rename(conversationId, next) : null}
                renaming={renaming}
                setRenaming={setRenaming}
                menu={
                  hasMessages
                    ? [
                        { label: 'Rename', icon: 'edit', choose: () => setRenaming(true) },
                        {
                          label: 'Copy as Markdown',
                          icon: 'copy',
                          choose: () =>
                            void copy(
                              conversationMarkdown(
                                title ?? '',
                                path,
                                (answer) => client.answers.read(answer.id) ?? answer,
                              ),
                            ),
                        },
                        {
                          label: 'Delete',
                          icon: 'trash',
                          dangerous: true,
                          choose: () =>
                            sidebarActions.remove({ id: conversationId, title: title ?? '' }),
                        },
                      ]
                    : []
                }
                providers={providers}
                model={model}
                modelBox={modelBox}
                chooseModel={(chosen) => session.chooseModel(conversationId, chosen)}
                sidebarOpen={sidebarOpen}
                toggleSidebar={() => setSidebarOpen(!sidebarOpen)}
              />
              <main>
                <ConversationView
                  conversationId={conversationId}
                  path={path}
                  editingId={editingId}
                  empty={
                    <EmptyPlace
                      failure={openFailure ?? null}
                      model={model}
                      ask={(text) => composer.current?.submit(conversationId, text)}
                      chooseModel={(chosen) => session.chooseModel(conversationId, chosen)}
                      openProvider={messageActions.openProvider}
                      focusComposer={focusComposer}
                    />
                  }
                />
                <Composer
                  ref={composer}
                  conversationId={conversationId}
                  drafts={session.drafts}
                  running={running}
                  sendKey={settings.sendKey}
                  hint={shortcutLabel(modifiedEnter ? 'Mod+Enter' : 'Shift+Enter', platform).concat(
                    modifiedEnter ? ' to send' : ' for a new line',
                  )}
                  problem={problem}
                  send={session.ask}
                  stop={stop}
                  editLast={editLast}
                />
              </main>
            </div>
          </div>
          {settingsPlace !== null && <Settings start={settingsPlace} close={closeSettings} />}
          {shortcutsOpen && (
            <ShortcutsDialog
              platform={platform}
              modifiedEnter={modifiedEnter}
              close={closeShortcuts}
            />
          )}
          {toast !== null && <Toast key={toast.id} content={toast} close={closeToast} />}
        </ConversationActionsContext>
      </FollowLinkContext>
    </CopyTextContext>
  )
}

function useTitle(conversationId: string): string | undefined {
  return useConversations(
    ({ summaries, open }) =>
      summaries?.find(({ id }) => id === conversationId)?.title ?? open.get(conversationId)?.title,
  )
}

/** Esc, unless something nearer has used it. */
function useEscape(act: () => void) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (document.querySelector('dialog[open]') === null) act()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  })
}
