import type { ProviderConfiguration } from '../../shared/providers/provider'
import { Field } from '../design/field'
import { Choice } from './choice'

interface ProtocolFieldsProps {
  readonly provider: Pick<ProviderConfiguration, 'api' | 'background'>
  readonly save: (change: Pick<ProviderConfiguration, 'api' | 'background'>) => void
}

/** Which of OpenAI's APIs a provider speaks, and what it may keep. */
export function ProtocolFields({ provider, save }: ProtocolFieldsProps) {
  const { api = 'chat', background = false } = provider
  return (
    <>
      <Field label="API" note="Most servers speak Chat Completions; OpenAI itself speaks both.">
        {({ id }) => (
          <Choice
            id={id}
            value={api}
            options={[
              { value: 'chat', label: 'Chat Completions' },
              { value: 'responses', label: 'Responses' },
            ]}
            choose={(chosen) => save({ api: chosen })}
          />
        )}
      </Field>
      {api === 'responses' && (
        <label className="check-field">
          <input
            type="checkbox"
            checked={background}
            onChange={(event) => save({ background: event.target.checked })}
          />
          Let the server keep running answers, so that they can go on after a break (stored at the
          provider)
        </label>
      )}
    </>
  )
}
