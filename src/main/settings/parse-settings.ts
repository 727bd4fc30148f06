import {
  defaultSettings,
  providerConfigurationSchema,
  type Settings,
  settingsSchema,
} from '../../shared/settings/settings'

export interface ParsedSettings {
  readonly settings: Settings
  /** Names of the fields that were there and could not be used. */
  readonly unusable: readonly (keyof Settings)[]
}

/**
 * Takes every field by itself: one that is missing, as in a file of an older version, has its
 * default, and one that is damaged does not take the others with it.
 */
export function parseSettings(stored: Readonly<Record<string, unknown>>): ParsedSettings {
  const values: Record<string, unknown> = {}
  const unusable: (keyof Settings)[] = []
  for (const name of Object.keys(settingsSchema.shape) as (keyof Settings)[]) {
    const value = stored[name]
    if (value === undefined) continue
    const sound = name === 'providers' ? soundProviders(value) : value
    const parsed = settingsSchema.shape[name].safeParse(sound)
    if (parsed.success) values[name] = parsed.data
    if (!parsed.success || countOf(sound) !== countOf(value)) unusable.push(name)
  }
  return { settings: settingsSchema.parse({ ...defaultSettings, ...values }), unusable }
}

/** Without the damaged ones, and without a second one of the same name. */
function soundProviders(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const seen = new Set<string>()
  return value.filter((each: unknown) => {
    const { success, data } = providerConfigurationSchema.safeParse(each)
    if (!success || seen.has(data.id)) return false
    seen.add(data.id)
    return true
  })
}

function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}
