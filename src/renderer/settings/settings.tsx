import { type ReactNode, useState } from 'react'
import { assertNever } from '../../shared/assert-never'
import { settingNames } from '../../shared/settings/setting-names'
import { Dialog } from '../design/dialog'
import type { Say } from '../design/toast'
import { AnswersSection } from './answers-section'
import { GeneralSection } from './general-section'
import { PrivacySection } from './privacy-section'
import { ProvidersSection } from './providers-section'
import './settings.css'
import type { SettingsPlace, SettingsSection } from './settings-place'

const sections: readonly { readonly name: SettingsSection; readonly label: string }[] = [
  { name: 'general', label: 'General' },
  { name: 'providers', label: settingNames.providers },
  { name: 'answers', label: 'Answers' },
  { name: 'privacy', label: 'Privacy' },
]

interface SettingsProps {
  readonly start: SettingsPlace
  readonly say: Say
  /** What was said last. It stays when this is closed. */
  readonly toast: ReactNode
  readonly close: () => void
}

/** Everything the user can decide. What is changed is kept at once. */
export function Settings({ start, say, toast, close }: SettingsProps) {
  const [section, setSection] = useState(start.section)
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
      {toast}
    </Dialog>
  )
}

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
