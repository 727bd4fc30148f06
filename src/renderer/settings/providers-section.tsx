import { useLayoutEffect, useRef, useState } from 'react'
import type { ProviderView } from '../../shared/providers/provider'
import { useClient, useSurroundings } from '../bridge/client-context'
import { Button } from '../design/button'
import { focusNext } from '../design/focus-next'
import type { Say } from '../design/toast'
import { NewProvider } from './new-provider'
import { ProviderDetails } from './provider-details'
import { removeProvider } from './remove-provider'

interface ProvidersSectionProps {
  readonly startId: string | null
  readonly say: Say
}

/** All providers, and the details of one. */
export function ProvidersSection({ startId, say }: ProvidersSectionProps) {
  const client = useClient()
  const providers = useSurroundings((all) => all.providers) ?? []
  const [chosenId, setChosenId] = useState(startId)
  const [addedId, setAddedId] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const section = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [awaitedId, setAwaitedId] = useState<string | null>(null)
  const chosen =
    providers.find(({ id }) => id === chosenId) ??
    providers.find(({ kind }) => kind === 'openai-compatible') ??
    providers[0]

  // One that was put back is in the list a moment later.
  useLayoutEffect(() => {
    if (chosen === undefined || chosen.id !== awaitedId) return
    setAwaitedId(null)
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [chosen, awaitedId])

  function choose(id: string) {
    setAdding(false)
    setAddedId(null)
    setAwaitedId(null)
    setChosenId(id)
  }

  function goTo(id: string) {
    choose(id)
    setAwaitedId(id)
  }

  async function remove(provider: ProviderView) {
    const place = providers.indexOf(provider)
    const neighbour = providers[place + 1] ?? providers[place - 1]
    const removed = await removeProvider(client, provider)
    if (!removed.ok) return say(removed.failure.message)
    if (neighbour !== undefined) goTo(neighbour.id)
    say(`Removed “${provider.name}”`, {
      label: 'Undo',
      run: async () => {
        goTo(provider.id)
        const restored = await removed.value()
        if (!restored.ok) say(restored.failure.message)
      },
    })
  }

  return (
    <div ref={section}>
      <div className="settings-title">
        <h3>Providers</h3>
        <Button icon="plus" onClick={() => setAdding(true)}>
          Add provider
        </Button>
      </div>
      <ul ref={list} className="provider-list">
        {providers.map(({ id, name, kind, key }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={!adding && id === chosen?.id ? 'true' : undefined}
              onClick={() => choose(id)}
            >
              <span>{name}</span>
              <small>{kind === 'handbook' ? 'Built in' : keyWord[key.location]}</small>
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <NewProvider
          cancel={() => {
            setAdding(false)
            focusNext(() => [section.current?.querySelector('button')])
          }}
          added={(id) => {
            choose(id)
            setAddedId(id)
          }}
        />
      ) : (
        chosen !== undefined && (
          <ProviderDetails
            key={chosen.id}
            provider={chosen}
            isNew={chosen.id === addedId}
            remove={() => void remove(chosen)}
          />
        )
      )}
    </div>
  )
}

const keyWord = {
  keychain: 'Key in the keychain',
  session: 'Key for this session',
  environment: 'Key of the environment',
  none: 'No key',
} as const
