import type { RequestOf } from '../../shared/ipc/contract'
import type { ProviderView } from '../../shared/providers/provider'
import { settingNames } from '../../shared/settings/setting-names'
import type { Settings } from '../../shared/settings/settings'
import { Field } from '../design/field'
import { Choice } from './choice'
import { FallbackField } from './fallback-field'
import { NumberField } from './number-field'

interface EnduranceFieldsProps {
  readonly settings: Settings
  readonly providers: readonly ProviderView[]
  readonly save: (change: RequestOf<'settings.update'>) => Promise<void>
}

const usualHedgeSeconds = 10

/** What happens when a model, its server or the network lets an answer down. */
export function EnduranceFields({ settings, providers, save }: EnduranceFieldsProps) {
  const { hedgeAfterSeconds } = settings
  return (
    <>
      <FallbackField
        models={settings.fallbackModels}
        providers={providers}
        save={(models) => void save({ fallbackModels: [...models] })}
      />
      <Field
        label={settingNames.hedgeAfterSeconds}
        note="When the first has said nothing for a while, the next of the fallback models is asked as well. Whichever speaks first answers, and the other is stopped. Both may cost."
      >
        {({ id }) => (
          <Choice
            id={id}
            value={hedgeAfterSeconds === null ? 'never' : 'after'}
            options={[
              { value: 'never', label: 'Never' },
              { value: 'after', label: 'After some seconds' },
            ]}
            choose={(kind) =>
              void save({ hedgeAfterSeconds: kind === 'never' ? null : usualHedgeSeconds })
            }
          />
        )}
      </Field>
      {hedgeAfterSeconds !== null && (
        <NumberField
          label="Seconds before the next model is asked too"
          value={hedgeAfterSeconds}
          smallest={1}
          largest={600}
          save={(seconds) => void save({ hedgeAfterSeconds: seconds })}
        />
      )}
      <Field
        label={settingNames.automaticResume}
        note="An answer that Rivulet left unfinished when it ended, at the next start."
      >
        {({ id }) => (
          <Choice
            id={id}
            value={settings.automaticResume}
            options={[
              { value: 'when-kept', label: 'By itself, where the server has kept it' },
              { value: 'always', label: 'Always by itself' },
              { value: 'never', label: 'Only when I click Resume' },
            ]}
            choose={(automaticResume) => void save({ automaticResume })}
          />
        )}
      </Field>
      <Field
        label={settingNames.streaming}
        note="Without it an answer appears whole. Answers that cannot be streamed are shown whole in any case."
      >
        {({ id }) => (
          <Choice
            id={id}
            value={settings.streaming ? 'on' : 'off'}
            options={[
              { value: 'on', label: 'Show answers while they are written' },
              { value: 'off', label: 'Show answers when they are complete' },
            ]}
            choose={(streaming) => void save({ streaming: streaming === 'on' })}
          />
        )}
      </Field>
      <NumberField
        label={settingNames.firstByteSeconds}
        note="Models that think long, and models on your own computer, may need more."
        value={settings.firstByteSeconds}
        smallest={5}
        largest={3600}
        save={(firstByteSeconds) => void save({ firstByteSeconds })}
      />
      <NumberField
        label={settingNames.betweenBytesSeconds}
        note="When a server stops sending in the middle of an answer."
        value={settings.betweenBytesSeconds}
        smallest={5}
        largest={3600}
        save={(betweenBytesSeconds) => void save({ betweenBytesSeconds })}
      />
    </>
  )
}
