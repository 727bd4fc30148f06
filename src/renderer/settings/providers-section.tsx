import { useState } from 'react'
import { useSurroundings } from '../bridge/client-context'
import { Button } from '../design/button'
import { NewProvider } from './new-provider'
import { ProviderDetails } from './provider-details'

/** All providers, and the details of one. */
export function ProvidersSection({ startId }: { readonly startId: string | null }) {
  const providers = useSurroundings((all) => all.providers) ?? []
  const [chosenId, setChosenId] = useState(startId)
  const [adding, setAdding] = useState(false)
  const chosen =
    providers.find(({ id }) => id === chosenId) ??
    providers.find(({ kind }) => kind === 'openai-compatible') ??
    providers[0]

  return (
    <>
      <div className="settings-title">
        <h3>Providers</h3>
        <Button icon="plus" disabled={adding} onClick={() => setAdding(true)}>
          Add provider
        </Button>
      </div>
      <ul className="provider-list">
        {providers.map(({ id, name, kind, key }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={!adding && id === chosen?.id ? 'true' : undefined}
              onClick={() => {
                setAdding(false)
                setChosenId(id)
              }}
            >
              <span>{name}</span>
              <small>{kind === 'handbook' ? 'Built in' : keyWord[key.location]}</small>
            </button>
          </li>
        ))}
      </ul>
      {adding ? (
        <NewProvider
          cancel={() => setAdding(false)}
          added={(id) => {
            setAdding(false)
            setChosenId(id)
          }}
        />
      ) : (
        chosen !== undefined && <ProviderDetails key={chosen.id} provider={chosen} />
      )}
    </>
  )
}

const keyWord = {
  keychain: 'Key in the keychain',
  session: 'Key for this session',
  environment: 'Key of the environment',
  none: 'No key',
} as const
