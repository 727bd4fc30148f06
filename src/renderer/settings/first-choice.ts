import type { Settings } from '../../shared/settings/settings'

/** Who sets a provider up wants to use it; a choice made before stays. */
export function firstChoice(
  settings: Settings | null,
  providerId: string,
  [modelId]: readonly string[],
): Pick<Partial<Settings>, 'defaultModel'> {
  return settings?.defaultModel === null && modelId !== undefined
    ? { defaultModel: { providerId, modelId } }
    : {}
}
