import { settingNames } from '../../shared/settings/setting-names'
import { useSurroundings } from '../bridge/client-context'
import { Field } from '../design/field'
import { shortcutLabel } from '../window/shortcut'
import { Choice } from './choice'
import { HotkeyField } from './hotkey-field'
import { useSave } from './use-save'

export function GeneralSection() {
  const { settings, desktop } = useSurroundings((all) => all)
  const { problem, save } = useSave()
  if (settings === null || desktop === null) return null
  const modifiedEnter = shortcutLabel('Mod+Enter', desktop.platform)
  return (
    <>
      <h3>General</h3>
      {desktop.notices.map((notice) => (
        <p key={notice} className="settings-notice">
          {notice}
        </p>
      ))}
      <Field label={settingNames.theme} problem={problem}>
        {({ id }) => (
          <Choice
            id={id}
            value={settings.theme}
            options={[
              { value: 'system', label: 'As the system' },
              { value: 'light', label: 'Light' },
              { value: 'dark', label: 'Dark' },
            ]}
            choose={(theme) => void save({ theme })}
          />
        )}
      </Field>
      <Field
        label={settingNames.sendKey}
        note="Enter never sends while an input method is composing a character."
      >
        {({ id }) => (
          <Choice
            id={id}
            value={settings.sendKey}
            options={[
              { value: 'enter', label: 'Enter; Shift+Enter breaks the line' },
              { value: 'modified-enter', label: `${modifiedEnter}; Enter breaks the line` },
            ]}
            choose={(sendKey) => void save({ sendKey })}
          />
        )}
      </Field>
      <HotkeyField
        chosen={settings.hotkey}
        status={desktop.hotkey}
        platform={desktop.platform}
        save={(hotkey) => void save({ hotkey })}
      />
    </>
  )
}
