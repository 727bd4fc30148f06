import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { KeyStatus, ProviderView } from '../../shared/providers/provider'
import { useClient } from '../bridge/client-context'
import { Button } from '../design/button'
import { Field } from '../design/field'
import { firstChoice } from './first-choice'
import { isLocalAddress } from './local-address'

interface KeyFieldProps {
  readonly provider: ProviderView
  /** The caret is put here at once. */
  readonly isNext: boolean
}

/** The key goes one way: once saved it is never shown again, only where it lies. */
export function KeyField({ provider, isNext }: KeyFieldProps) {
  const { bridge, surroundings } = useClient()
  const { id: providerId, baseUrl, models, key: status } = provider
  const box = useRef<HTMLInputElement>(null)
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    if (isNext) box.current?.focus()
  }, [isNext])

  async function save(event: FormEvent) {
    event.preventDefault()
    const result = await bridge.keys.set({ providerId, key })
    setProblem(result.ok ? null : result.failure.message)
    if (!result.ok) return
    box.current?.focus()
    setKey('')
    const { settings } = surroundings.read()
    void surroundings.update({ welcomed: true, ...firstChoice(settings, providerId, models) })
  }

  async function clear() {
    box.current?.focus()
    const result = await bridge.keys.clear({ providerId })
    setProblem(result.ok ? null : result.failure.message)
  }

  return (
    <form onSubmit={save}>
      <Field
        label="API key"
        problem={problem}
        note={<KeyPlace status={status} baseUrl={baseUrl} />}
      >
        {(control) => (
          <div className="field-row">
            {/* biome-ignore lint/a11y/useSemanticElements: a password field has no role of its own, and so does not stand in a screen reader's list of fields. */}
            <input
              {...control}
              ref={box}
              className="input"
              type="password"
              role="textbox"
              autoComplete="off"
              spellCheck={false}
              placeholder={status.location === 'none' ? '' : 'Enter another key to replace it'}
              value={key}
              onChange={(event) => setKey(event.target.value)}
            />
            <Button type="submit" disabled={key.trim() === ''}>
              Save key
            </Button>
            {(status.location === 'keychain' || status.location === 'session') && (
              <Button onClick={() => void clear()}>Remove key</Button>
            )}
          </div>
        )}
      </Field>
    </form>
  )
}

const places = {
  keychain: 'In the system keychain',
  session: 'For this session only',
  environment: 'From the environment',
} as const

interface KeyPlaceProps {
  readonly status: KeyStatus
  readonly baseUrl: string
}

function KeyPlace({ status, baseUrl }: KeyPlaceProps) {
  return (
    <span role="status" aria-label="Where the key lies">
      {status.location === 'none' ? whereToGetOne(baseUrl) : places[status.location]}
      {status.problem !== undefined && `${status.location === 'none' ? '' : '.'} ${status.problem}`}
    </span>
  )
}

function whereToGetOne(baseUrl: string): string {
  return isLocalAddress(baseUrl)
    ? 'No key is kept. Servers on this computer usually need none.'
    : 'Paste the key from your account with the service.'
}
