import type { ProviderView } from '../../shared/providers/provider'
import { type Result, succeeded } from '../../shared/result'
import type { Client } from '../bridge/client'

/** Removes a provider. The value undoes it, with its key and as the default where it was that. */
export async function removeProvider(
  { bridge, surroundings }: Client,
  { id, name, baseUrl, models, api, background }: ProviderView,
): Promise<Result<() => Promise<Result<unknown>>>> {
  const defaultModel = surroundings.read().settings?.defaultModel
  const removed = await bridge.providers.remove({ providerId: id })
  if (!removed.ok) return removed
  return succeeded(async () => {
    const provider = { id, name, baseUrl, models: [...models], api, background }
    const saved = await bridge.providers.save(provider)
    // Another that was chosen meanwhile stays.
    const isFree = surroundings.read().settings?.defaultModel === null
    return saved.ok && defaultModel?.providerId === id && isFree
      ? surroundings.update({ defaultModel })
      : saved
  })
}
