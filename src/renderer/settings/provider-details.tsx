import { useState } from 'react'
import type { ProviderConfiguration, ProviderView } from '../../shared/providers/provider'
import { useClient } from '../bridge/client-context'
import { Button } from '../design/button'
import { Field } from '../design/field'
import { ConnectionTest } from './connection-test'
import { firstChoice } from './first-choice'
import { KeyField } from './key-field'
import { modelsFrom } from './model-list'
import { ProtocolFields } from './protocol-fields'
import { TextSetting } from './text-setting'

interface ProviderDetailsProps {
  readonly provider: ProviderView
  /** It was just added; its key is what comes next. */
  readonly isNew: boolean
  readonly remove: () => void
}

/** One provider; its fields are kept as one leaves them. */
export function ProviderDetails({ provider, isNew, remove }: ProviderDetailsProps) {
  const { bridge, surroundings } = useClient()
  const [problem, setProblem] = useState<string | null>(null)
  const { id, name, baseUrl, models, api, background, kind } = provider
  const readOnly = kind !== 'openai-compatible'

  async function save(change: Partial<Omit<ProviderConfiguration, 'id'>>) {
    const next = { id, name, baseUrl, models, api, background, ...change }
    const result = await bridge.providers.save({ ...next, models: [...next.models] })
    setProblem(result.ok ? null : result.failure.message)
    if (!result.ok || models.length > 0) return
    const choice = firstChoice(surroundings.read().settings, id, next.models)
    if (choice.defaultModel !== undefined) void surroundings.update(choice)
  }

  if (kind === 'handbook') {
    return (
      <section className="provider-details" aria-label={name}>
        <p className="settings-text">
          It comes with Rivulet and answers questions about it: it searches the manual and shows the
          passages that fit. It needs no key and no network, and it is not a language model.
        </p>
      </section>
    )
  }
  return (
    <section className="provider-details" aria-label={name}>
      {problem !== null && (
        <p className="field-problem settings-text" role="alert">
          {problem}
        </p>
      )}
      {kind === 'environment' && (
        <p className="settings-text">
          Made of <code>OPENAI_API_KEY</code>, <code>OPENAI_BASE_URL</code> and{' '}
          <code>OPENAI_MODEL</code> as they were when Rivulet started. It is never stored and cannot
          be changed here.
        </p>
      )}
      <Field label="Name">
        {(control) => (
          <TextSetting
            {...control}
            value={name}
            readOnly={readOnly}
            maxLength={100}
            save={(text) => void save({ name: text.trim() })}
          />
        )}
      </Field>
      <Field label="Base URL">
        {(control) => (
          <TextSetting
            {...control}
            value={baseUrl}
            readOnly={readOnly}
            spellCheck={false}
            save={(text) => void save({ baseUrl: text.trim() })}
          />
        )}
      </Field>
      {!readOnly && <KeyField provider={provider} isNext={isNew} />}
      {!readOnly && (
        <ProtocolFields provider={{ api, background }} save={(change) => void save(change)} />
      )}
      <Field
        label="Models"
        note="Names between commas. “Test connection” asks the server for them."
      >
        {(control) => (
          <TextSetting
            {...control}
            value={models.join(', ')}
            readOnly={readOnly}
            spellCheck={false}
            save={(text) => void save({ models: modelsFrom(text) })}
          />
        )}
      </Field>
      <ConnectionTest
        providerId={id}
        hasModels={models.length > 0}
        use={readOnly ? null : (found) => void save({ models: found })}
      />
      {!readOnly && (
        <div className="field-row provider-remove">
          <Button
            kind="danger"
            icon="trash"
            // The second click of a double click would remove the provider that moves up.
            onClick={({ detail }) => detail < 2 && remove()}
          >
            Remove provider
          </Button>
        </div>
      )}
    </section>
  )
}
