import { type ReactNode, useCallback, useState } from 'react'
import { assertNever } from '../../shared/assert-never'
import { Dialog } from '../design/dialog'
import { Toast, type ToastContent } from '../design/toast'
import { AnswersSection } from './answers-section'
import { GeneralSection } from './general-section'
import { PrivacySection } from './privacy-section'
import { ProvidersSection } from './providers-section'
import './settings.css'
import type { SettingsPlace, SettingsSection } from './settings-place'

const sections: readonly { readonly name: SettingsSection; readonly label: string }[] = [
  { name: 'general', label: 'General' },
  { name: 'providers', label: 'Providers' },
  { name: 'answers', label: 'Answers' },
  { name: 'privacy', label: 'Privacy' },
]

interface SettingsProps {
  readonly start: SettingsPlace
  readonly close: () => void
}

/** Everything the user can decide. What is changed is kept at once. */
export function Settings({ start, close }: SettingsProps) {
  const [section, setSection] = useState(start.section)
  const [toast, setToast] = useState<ToastContent | null>(null)
  const closeToast = useCallback(() => setToast(null), [])
  const say: Say = (text, action) =>
    setToast({ id: crypto.randomUUID(), text, ...(action === undefined ? {} : { action }) })
  return (
    <Dialog name="Settings" whole close={close}>
      <div className="settings">
        <nav className="settings-sections" aria-label="Sections">
          {sections.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              aria-current={name === section ? 'page' : undefined}
              onClick={() => setSection(name)}
            >
              {label}
            </button>
          ))}
        </nav>
        <div className="settings-body">
          <div className="settings-column">{content(section, start.providerId, say)}</div>
        </div>
      </div>
      {toast !== null && <Toast key={toast.id} content={toast} close={closeToast} />}
    </Dialog>
  )
}

type Say = (text: string, action?: ToastContent['action']) => void

function content(section: SettingsSection, providerId: string | undefined, say: Say): ReactNode {
  switch (section) {
    case 'general':
      return <GeneralSection />
    case 'providers':
      return <ProvidersSection startId={providerId ?? null} say={say} />
    case 'answers':
      return <AnswersSection />
    case 'privacy':
      return <PrivacySection />
    default:
      return assertNever(section)
  }
}
