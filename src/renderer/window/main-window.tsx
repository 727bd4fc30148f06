import { useCallback, useEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { assertNever } from '../../shared/assert-never'
import { Banner } from '../banner/banner'
import { useClient, useConversations, useSurroundings } from '../bridge/client-context'
import { Composer, type ComposerHandle } from '../composer/composer'
import { ChosenModelContext } from '../conversation/chosen-model-context'
import { ConversationView } from '../conversation/conversation-view'
import { MessageContexts } from '../conversation/message-contexts'
import { createSession } from '../conversation/session'
import {
  useEarlier,
  useModel,
  usePath,
  useProblem,
  useReception,
} from '../conversation/use-session'
import { applyTheme } from '../design/theme'
import { useEscape } from '../design/use-escape'
import { MeasureOverlay } from '../measure/measure-overlay'
import { Sidebar } from '../sidebar/sidebar'
import { conversationMarkdown } from './conversation-markdown'
import { conversationMenu } from './conversation-menu'
import { EmptyPlace } from './empty-place'
import './main-window.css'
import { Notices } from './notices'
import { Overlays } from './overlays'
import { labelOf, type ShortcutName, sendHint } from './shortcut'
import { useMessageActions } from './use-message-actions'
import { usePlace } from './use-place'
import { usePushes } from './use-pushes'
import { useShortcuts } from './use-shortcuts'
import { useSidebarActions } from './use-sidebar-actions'
import { useViews } from './use-views'

/** The main window: puts its parts side by side and tells each what the others did. */
export function MainWindow() {
  const client = useClient()
  const session = useMemo(() => createSession(client), [client])
  const { settings, providers, desktop } = useSurroundings((all) => all)
  const place = usePlace()
  const { conversationId } = place
  const views = useViews(conversationId)
  const path = usePath(conversationId)
  const earlier = useEarlier(conversationId)
  const model = useModel(session, conversationId)
  const problem = useProblem(session, conversationId)
  const reception = useReception(session, conversationId)
  const openFailure = useConversations(({ failures }) => failures.get(conversationId))
  const title = useTitle(conversationId)

  const composer = useRef<ComposerHandle>(null)
  const searchBox = useRef<HTMLInputElement>(null)
  const modelBox = useRef<HTMLSelectElement>(null)
  const platform = desktop?.platform ?? 'linux'
  const modifiedEnter = settings?.sendKey === 'modified-enter'
  const theme = settings?.theme ?? 'system'
  useEffect(() => applyTheme(theme), [theme])

  const focusComposer = useCallback(() => composer.current?.focus(), [])
  const messages = useMessageActions({
    session,
    conversationId,
    setEditing: views.setEditingId,
    focusComposer,
    focusModel: () => modelBox.current?.focus(),
    openProvider: (providerId) => views.setSettings({ section: 'providers', providerId }),
  })
  const sidebar = useSidebarActions({
    place,
    setToast: views.setToast,
    focusComposer,
    closeSidebar: () => views.setSidebarOpen(false),
    openSettings: () => views.setSettings({ section: 'general' }),
  })
  const stop = useCallback(() => void session.stop(conversationId), [session, conversationId])
  const editLast = useCallback(() => {
    const last = session.pathOf(conversationId).findLast(({ message }) => message.role === 'user')
    if (last !== undefined) views.setEditingId(last.message.id)
  }, [session, conversationId, views.setEditingId])

  const wantEarlier = useCallback(
    () => void client.conversations.openWhole(conversationId),
    [client, conversationId],
  )

  function openSidebar() {
    // It can take the focus only when it is visible, and what is typed next is meant for it.
    flushSync(() => views.setSidebarOpen(true))
    searchBox.current?.focus()
  }
  function leaveSidebar() {
    views.setSidebarOpen(false)
    focusComposer()
  }

  const sayCopied = (copied: boolean) => views.say(copied ? 'Copied' : 'Nothing was copied')

  function run(name: ShortcutName): void {
    switch (name) {
      case 'new-conversation':
        views.setSettings(null)
        sidebar.startNew()
        break
      case 'open-settings':
        sidebar.openSettings()
        break
      case 'show-shortcuts':
        views.setShortcutsOpen(true)
        break
      case 'back':
        place.back()
        break
      case 'forward':
        place.forward()
        break
      case 'find-in-conversation':
        if (path.length === 0) break
        wantEarlier()
        views.setSettings(null)
        views.find()
        break
      case 'focus-search':
        views.setSettings(null)
        openSidebar()
        break
      case 'copy-last-answer':
        void messages.copyLast().then(sayCopied)
        break
      default:
        assertNever(name)
    }
  }
  useShortcuts(platform, run)
  usePushes({ place, session, composer, run })
  useEscape(() => {
    if (views.sidebarOpen) leaveSidebar()
    else if (!session.stop(conversationId)) views.closeFind()
  })

  if (settings === null || providers === null || desktop === null) return null
  const isEmpty = path.length === 0
  const shownTitle = isEmpty ? 'New conversation' : (title ?? '')
  const menu = conversationMenu({
    rename: () => views.setRenaming(true),
    async copyAsMarkdown() {
      await client.conversations.openWhole(conversationId)
      const whole = session.pathOf(conversationId)
      const document = conversationMarkdown(shownTitle, whole, client.answers.read)
      sayCopied(await messages.copy(document))
    },
    remove: () => sidebar.remove({ id: conversationId, title: shownTitle }),
  })

  return (
    <MessageContexts actions={messages} say={views.say}>
      <div className="main-window">
        <Sidebar
          searchBox={searchBox}
          shownId={conversationId}
          open={views.sidebarOpen}
          newShortcut={labelOf('new-conversation', platform)}
          searchShortcut={labelOf('focus-search', platform)}
          close={leaveSidebar}
          actions={sidebar}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only sees the focus come in. */}
        <div className="pane" onFocus={() => views.setSidebarOpen(false)}>
          <Banner
            title={shownTitle}
            rename={isEmpty ? null : (next) => sidebar.rename(conversationId, next)}
            renaming={views.renaming}
            setRenaming={views.setRenaming}
            menu={isEmpty ? [] : menu}
            providers={providers}
            model={model}
            modelBox={modelBox}
            chooseModel={(chosen) => session.chooseModel(conversationId, chosen)}
            sidebarOpen={views.sidebarOpen}
            openSidebar={openSidebar}
          />
          <Notices />
          <main>
            <ChosenModelContext value={model}>
              <ConversationView
                conversationId={conversationId}
                path={path}
                earlier={earlier}
                wantEarlier={wantEarlier}
                editingId={views.editingId}
                finding={views.finding}
                closeFind={views.closeFind}
                hit={place.hit}
                hitReached={place.hitReached}
                empty={
                  <EmptyPlace
                    failure={openFailure ?? null}
                    model={model}
                    ask={(text) => composer.current?.submit(conversationId, text)}
                    chooseModel={(chosen) => session.chooseModel(conversationId, chosen)}
                    openProvider={messages.openProvider}
                    focusComposer={focusComposer}
                  />
                }
              />
            </ChosenModelContext>
            <Composer
              ref={composer}
              conversationId={conversationId}
              drafts={session.drafts}
              reception={reception}
              sendKey={settings.sendKey}
              hint={sendHint(settings.sendKey, platform)}
              problem={problem}
              send={session.ask}
              stop={stop}
              editLast={editLast}
            />
          </main>
        </div>
      </div>
      <Overlays views={views} platform={platform} modifiedEnter={modifiedEnter} />
      <MeasureOverlay />
    </MessageContexts>
  )
}

function useTitle(conversationId: string): string | undefined {
  return useConversations(
    ({ summaries, open }) =>
      summaries?.find(({ id }) => id === conversationId)?.title ?? open.get(conversationId)?.title,
  )
}
