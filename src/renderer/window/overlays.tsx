import { useCallback } from 'react'
import { Toast } from '../design/toast'
import { Settings } from '../settings/settings'
import type { Platform } from './shortcut'
import { ShortcutsDialog } from './shortcuts-dialog'
import type { Views } from './use-views'

interface OverlaysProps {
  readonly views: Views
  readonly platform: Platform
  readonly modifiedEnter: boolean
}

/** Everything that lies over the window. */
export function Overlays({ views, platform, modifiedEnter }: OverlaysProps) {
  const { settings, setSettings, shortcutsOpen, setShortcutsOpen, toast, setToast } = views
  const closeToast = useCallback(() => setToast(null), [setToast])
  const shownToast = toast !== null && <Toast key={toast.id} content={toast} close={closeToast} />
  return (
    <>
      {settings === null ? (
        shownToast
      ) : (
        <Settings
          start={settings}
          say={views.say}
          toast={shownToast}
          close={() => setSettings(null)}
        />
      )}
      {shortcutsOpen && (
        <ShortcutsDialog
          platform={platform}
          modifiedEnter={modifiedEnter}
          close={() => setShortcutsOpen(false)}
        />
      )}
    </>
  )
}
