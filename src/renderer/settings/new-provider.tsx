import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useClient } from '../bridge/client-context'
import { Button } from '../design/button'
import { Field } from '../design/field'
import { Choice } from './choice'
import { newProviderId } from './provider-id'
import { providerPresets } from './provider-presets'

interface NewProviderProps {
  readonly added: (providerId: string) => void
  readonly cancel: () => void
}

const custom = 'Another server'

/** Sets up a server that speaks the OpenAI API. */
export function NewProvider({ added, cancel }: NewProviderProps) {
  const { bridge } = useClient()
  const [preset, setPreset] = useState(providerPresets[0]?.name ?? custom)
  const [name, setName] = useState(providerPresets[0]?.name ?? '')
  const [baseUrl, setBaseUrl] = useState(providerPresets[0]?.baseUrl ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('select')?.focus(), [])

  function choosePreset(chosen: string) {
    const found = providerPresets.find((each) => each.name === chosen)
    setPreset(chosen)
    setName(found?.name ?? '')
    setBaseUrl(found?.baseUrl ?? '')
  }

  async function add(event: FormEvent) {
    event.preventDefault()
    const provider = { id: newProviderId(name), name: name.trim(), baseUrl: baseUrl.trim() }
    const result = await bridge.providers.save({ ...provider, models: [] })
    if (result.ok) added(provider.id)
    else setProblem(result.failure.message)
  }

  return (
    <form ref={form} className="provider-details" aria-label="New provider" onSubmit={add}>
      <Field label="Kind">
        {({ id }) => (
          <Choice
            id={id}
            value={preset}
            options={[...providerPresets.map((each) => each.name), custom].map((each) => ({
              value: each,
              label: each,
            }))}
            choose={choosePreset}
          />
        )}
      </Field>
      <Field label="Name">
        {(control) => (
          <input
            {...control}
            className="input"
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Base URL"
        note="The address of its OpenAI-compatible API; it usually ends in /v1."
        problem={problem}
      >
        {(control) => (
          <input
            {...control}
            className="input"
            required
            spellCheck={false}
            value={baseUrl}
            onChange={(event) => setBaseUrl(event.target.value)}
          />
        )}
      </Field>
      <div className="field-row field-row-end">
        <Button kind="plain" onClick={cancel}>
          Cancel
        </Button>
        <Button kind="strong" type="submit">
          Add this provider
        </Button>
      </div>
    </form>
  )
}
