import { useCallback, useEffect, useState } from 'react'
import type { Say, ToastContent } from '../design/toast'
import type { SettingsPlace } from '../settings/settings-place'

/** What is open over and beside the conversation. */
export function useViews(conversationId: string) {
  const [settings, setSettings] = useState<SettingsPlace | null>(null)
  const [shortcutsOpen, setShortcutsOpen] = useState(false)
  const [sidebarOpen, setSidebarOpen] = useState(false)
  const [toast, setToast] = useState<ToastContent | null>(null)
  const say: Say = useCallback(
    (text, action) =>
      setToast({ id: crypto.randomUUID(), text, ...(action === undefined ? {} : { action }) }),
    [],
  )
  const [renaming, setRenaming] = useState(false)
  const [editingId, setEditingId] = useState<string | null>(null)
  const [finding, setFinding] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation starts fresh.
  useEffect(() => {
    setEditingId(null)
    setFinding(0)
    setRenaming(false)
    setSidebarOpen(false)
  }, [conversationId])

  return {
    settings,
    setSettings,
    shortcutsOpen,
    setShortcutsOpen,
    sidebarOpen,
    setSidebarOpen,
    toast,
    setToast,
    say,
    renaming,
    setRenaming,
    editingId,
    setEditingId,
    finding,
    find: useCallback(() => setFinding((times) => times + 1), []),
    closeFind: useCallback(() => setFinding(0), []),
  }
}

export type Views = ReturnType<typeof useViews>
