import { useMemo } from 'react'
import { useClient } from '../bridge/client-context'
import type { ToastContent } from '../design/toast'
import { useLatest } from '../design/use-latest'
import type { SidebarActions } from '../sidebar/sidebar-actions'
import type { Place } from './use-place'

interface SidebarContext {
  readonly place: Place
  readonly setToast: (toast: ToastContent) => void
  readonly focusComposer: () => void
  readonly closeSidebar: () => void
  readonly openSettings: () => void
}

export function useSidebarActions(context: SidebarContext): SidebarActions {
  const { bridge } = useClient()
  const latest = useLatest(context)
  return useMemo(() => {
    const say = (text: string, action?: ToastContent['action']) =>
      latest.current.setToast({
        id: crypto.randomUUID(),
        text,
        ...(action === undefined ? {} : { action }),
      })
    return {
      startNew() {
        latest.current.place.startNew()
        latest.current.closeSidebar()
        latest.current.focusComposer()
      },
      open(conversationId, hit) {
        latest.current.place.go(conversationId, hit)
        latest.current.closeSidebar()
      },
      async rename(conversationId, title) {
        const result = await bridge.conversations.rename({ conversationId, title })
        if (!result.ok) say(result.failure.message)
      },
      async remove({ id, title }) {
        const result = await bridge.conversations.delete({ conversationId: id })
        if (!result.ok) return say(result.failure.message)
        const wasShown = latest.current.place.conversationId === id
        latest.current.place.leave(id)
        say(`Deleted “${title}”`, {
          label: 'Undo',
          run: async () => {
            const restored = await bridge.conversations.restore({ conversationId: id })
            if (!restored.ok) say(restored.failure.message)
            else if (wasShown) latest.current.place.go(id)
          },
        })
      },
      openSettings: () => latest.current.openSettings(),
    }
  }, [bridge, latest])
}
