import { type KeyboardEvent, useState } from 'react'
import type { DesktopStatus } from '../../shared/ipc/contract'
import { settingNames } from '../../shared/settings/setting-names'
import { Button } from '../design/button'
import { Field } from '../design/field'
import type { Platform } from '../window/shortcut'
import { acceleratorFrom, acceleratorLabel } from './accelerator'

interface HotkeyFieldProps {
  /** Null: Rivulet's own choice. */
  readonly chosen: string | null
  readonly status: DesktopStatus['hotkey']
  readonly platform: Platform
  readonly save: (hotkey: string | null) => void
}

const modifiers = ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta']

/** Records a key by pressing it, and tells whether the system really gave it. */
export function HotkeyField({ chosen, status, platform, save }: HotkeyFieldProps) {
  const [recording, setRecording] = useState(false)
  const [unusable, setUnusable] = useState(false)
  const { accelerator, problem } = status
  const addModifier = platform === 'darwin' ? 'Add ⌘, ⌃ or ⌥' : 'Add Ctrl or Alt'
  const label = accelerator === null ? 'None' : acceleratorLabel(accelerator, platform)

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const recorded = event.key === 'Escape' ? null : acceleratorFrom(event, platform)
    setUnusable(recorded === null && !modifiers.includes(event.key) && event.key !== 'Escape')
    if (recorded !== null) save(recorded)
    if (recorded !== null || event.key === 'Escape') event.currentTarget.blur()
  }

  return (
    <Field
      label={settingNames.hotkey}
      problem={
        accelerator === null
          ? `${problem ?? 'No key could be had.'} Click the field and press the keys.`
          : null
      }
      note={`${problem ?? `${label} is registered and opens quick ask from any program.`} To change it, click the field and press the keys.`}
    >
      {(control) => (
        <div className="field-row">
          <input
            {...control}
            className="input hotkey"
            readOnly
            value={recording ? (unusable ? addModifier : 'Press the keys…') : label}
            onFocus={() => setRecording(true)}
            onBlur={() => {
              setRecording(false)
              setUnusable(false)
            }}
            onKeyDown={onKeyDown}
          />
          {/* A button that is disabled loses the focus. */}
          <Button aria-disabled={chosen === null} onClick={() => chosen !== null && save(null)}>
            Use default
          </Button>
        </div>
      )}
    </Field>
  )
}
