import { settingNames } from '../../shared/settings/setting-names'
import { ModelSelect } from '../banner/model-select'
import { useSurroundings } from '../bridge/client-context'
import { modelFor } from '../conversation/model-choice'
import { Field } from '../design/field'
import { Choice } from './choice'
import { EnduranceFields } from './endurance-fields'
import { NumberField } from './number-field'
import { TextSetting } from './text-setting'
import { useSave } from './use-save'

const usualTemperature = 1

export function AnswersSection() {
  const { settings, providers } = useSurroundings((all) => all)
  const { problem, save } = useSave()
  if (settings === null || providers === null) return null
  const model = modelFor({
    chosen: undefined,
    path: [],
    defaultModel: settings.defaultModel,
    providers,
  })

  return (
    <>
      <h3>Answers</h3>
      <Field
        label={settingNames.defaultModel}
        note="Answers new conversations and quick ask."
        problem={problem}
      >
        {({ id }) => (
          <ModelSelect
            id={id}
            className="input"
            providers={providers}
            model={model}
            choose={(defaultModel) => void save({ defaultModel })}
          />
        )}
      </Field>
      <Field
        label={settingNames.systemPrompt}
        note="Sent before every conversation. Empty: nothing is sent. The Handbook does not use it."
      >
        {(control) => (
          <TextSetting
            {...control}
            long
            value={settings.systemPrompt}
            save={(systemPrompt) => void save({ systemPrompt })}
          />
        )}
      </Field>
      <Field
        label={settingNames.temperature}
        note="How much chance is in the choice of words. Some models accept only their own."
      >
        {({ id }) => (
          <Choice
            id={id}
            value={settings.temperature === null ? 'provider' : 'own'}
            options={[
              { value: 'provider', label: 'The provider’s own' },
              { value: 'own', label: 'A value' },
            ]}
            choose={(kind) =>
              void save({ temperature: kind === 'provider' ? null : usualTemperature })
            }
          />
        )}
      </Field>
      {settings.temperature !== null && (
        <NumberField
          label="Temperature value"
          note="0 to 2"
          value={settings.temperature}
          smallest={0}
          largest={2}
          save={(temperature) => void save({ temperature })}
        />
      )}
      <EnduranceFields settings={settings} providers={providers} save={save} />
    </>
  )
}
