import { useEffect, useState } from 'react'
import type { ReplyOf } from '../../shared/ipc/contract'
import type { ModelReference } from '../../shared/providers/provider'
import { useClient } from '../bridge/client-context'
import { Button } from '../design/button'
import { newProviderId } from '../settings/provider-id'

interface LocalModelsProps {
  readonly use: (model: ModelReference) => void
  readonly openProvider: (providerId: string) => void
}

type Server = ReplyOf['providers.findLocal'][number]

/** Asks the usual ports of this computer and offers what answers there. */
export function LocalModels({ use, openProvider }: LocalModelsProps) {
  const { bridge } = useClient()
  const [servers, setServers] = useState<readonly Server[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    let current = true
    void bridge.providers.findLocal({}).then((result) => {
      if (!current) return
      if (result.ok) setServers(result.value)
      else setProblem(result.failure.message)
    })
    return () => {
      current = false
    }
  }, [bridge])

  async function take({ name, baseUrl }: Server) {
    setProblem(null)
    const provider = { id: newProviderId(name), name, baseUrl, models: [] }
    const saved = await bridge.providers.save(provider)
    if (!saved.ok) return setProblem(saved.failure.message)
    const tested = await bridge.providers.test({ providerId: provider.id })
    const modelId = tested.ok ? tested.value[0] : undefined
    if (!tested.ok || modelId === undefined) {
      setProblem(
        tested.ok
          ? `${name} runs, but has no model. Load one there, then test the connection.`
          : tested.failure.message,
      )
      return openProvider(provider.id)
    }
    await bridge.providers.save({ ...provider, models: [...tested.value] })
    use({ providerId: provider.id, modelId })
  }

  return (
    <div className="local-models" role="status" aria-label="Models on this computer">
      {problem !== null && <p className="field-problem">{problem}</p>}
      {problem === null && servers === null && <p>Asking the usual ports…</p>}
      {servers?.length === 0 && (
        <p>
          Nothing answers on the usual ports. Start your model server first, or add it by its
          address in Settings, Providers.
        </p>
      )}
      {servers?.map((server) => (
        <div key={server.baseUrl} className="local-model">
          <span>
            {server.name} <small>{server.baseUrl}</small>
          </span>
          <Button onClick={() => void take(server)}>Use {server.name}</Button>
        </div>
      ))}
    </div>
  )
}
