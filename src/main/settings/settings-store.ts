import type { ProviderConfiguration } from '../../shared/providers/provider'
import { settingNames } from '../../shared/settings/setting-names'
import { type Settings, settingsSchema } from '../../shared/settings/settings'
import { type ParsedSettings, parseSettings } from './parse-settings'
import { openSettingsFile, type SettingsFile } from './settings-file'

type Own = Omit<Settings, 'providers'>

/** What is to be different; a field that is missing or undefined stays. */
export type SettingsPatch = { readonly [Name in keyof Own]?: Own[Name] | undefined }

export type SettingsListener = (settings: Settings, previous: Settings) => void

/**
 * What the user decided. Every change is on the disk when the call returns; when the disk refuses,
 * it throws an Error that a user can read, and nothing has changed.
 */
export interface SettingsStore {
  /** What the user should know about how the file was read. */
  readonly notices: readonly string[]
  read(): Settings
  update(patch: SettingsPatch): Settings
  /** Adds a provider, or replaces the one with its identifier. */
  saveProvider(provider: ProviderConfiguration): Settings
  /** A default model of that provider goes with it. */
  removeProvider(providerId: string): Settings
  /** Calls the listener after every change until the returned function is called. */
  subscribe(listener: SettingsListener): () => void
}

/** Opens `settings.json` in the folder; see {@link createSettingsStore}. */
export function openSettings(folder: string, now: () => number = Date.now): SettingsStore {
  return createSettingsStore(openSettingsFile(folder, now))
}

/** A file that cannot be used, or not all of it, is kept aside, and the user is told. */
export function createSettingsStore(file: SettingsFile): SettingsStore {
  const stored = file.read()
  const { settings, unusable } = parseSettings(stored ?? {})
  const notices = stored === null ? [moveAside(file)] : repair(file, stored, settings, unusable)
  const listeners = new Set<SettingsListener>()
  let current = settings

  const change = (fields: Partial<Settings>): Settings => {
    const parsed = settingsSchema.safeParse({ ...current, ...fields })
    if (!parsed.success) {
      throw new Error(parsed.error.issues[0]?.message ?? 'This setting cannot be used.')
    }
    const previous = current
    // What a newer version has put into the file stays there.
    file.write({ ...stored, ...parsed.data })
    current = parsed.data
    for (const listener of [...listeners]) listener(current, previous)
    return current
  }

  return {
    notices,
    read: () => current,
    update: (patch) => change(withoutUndefined(patch)),
    saveProvider(provider) {
      const { providers } = current
      const known = providers.some(({ id }) => id === provider.id)
      return change({
        providers: known
          ? providers.map((each) => (each.id === provider.id ? mutable(provider) : each))
          : [...providers, mutable(provider)],
      })
    },
    removeProvider(providerId) {
      const { providers, defaultModel } = current
      return change({
        providers: providers.filter(({ id }) => id !== providerId),
        defaultModel: defaultModel?.providerId === providerId ? null : defaultModel,
      })
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function moveAside(file: SettingsFile): string {
  const kept = file.keepAside('move')
  return kept === null
    ? 'The settings file could not be read, and Rivulet runs with its default settings. Set again in Settings what you had changed.'
    : `The settings file could not be read. It was kept as "${kept}", and Rivulet runs with its default settings. Set again in Settings what you had changed.`
}

function repair(
  file: SettingsFile,
  stored: Readonly<Record<string, unknown>>,
  settings: Settings,
  unusable: ParsedSettings['unusable'],
): readonly string[] {
  if (unusable.length === 0) return []
  const names = unusable.map((name) => settingNames[name]).join(', ')
  const notice = `Some settings could not be used and have their defaults: ${names}. Set them again in Settings.`
  const kept = file.keepAside('copy')
  if (kept === null) return [notice]
  try {
    file.write({ ...stored, ...settings })
  } catch {
    // It is repaired with the next change.
  }
  return [`${notice} The file as it was is kept as "${kept}".`]
}

function withoutUndefined(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
}

function mutable(provider: ProviderConfiguration): Settings['providers'][number] {
  return { ...provider, models: [...provider.models] }
}
