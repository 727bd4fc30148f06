import { environmentProviderId, handbookProviderId } from '../../../shared/providers/provider'
import { originOf } from '../../keys/origin-of'
import type { RetrievableKeys } from '../../keys/retrievable-keys'
import type { ProviderDirectory } from '../../providers/provider-directory'
import type { SettingsStore } from '../../settings/settings-store'
import { type Handlers, Refusal } from '../handle'

type SettingsAndKeys =
  | 'settings.read'
  | 'settings.update'
  | 'providers.list'
  | 'providers.save'
  | 'providers.remove'
  | 'providers.test'
  | 'providers.findLocal'
  | 'keys.set'
  | 'keys.clear'
  | 'keys.status'

export function settingsHandlers(
  settings: SettingsStore,
  keys: RetrievableKeys,
  directory: ProviderDirectory,
  providersChanged: () => void,
): Handlers<SettingsAndKeys> {
  return {
    'settings.read': () => settings.read(),
    'settings.update': (patch) => settings.update(patch),
    'providers.list': () => directory.list(),
    'providers.save': async (provider) => {
      if (provider.id === environmentProviderId || provider.id === handbookProviderId) {
        throw new Error('This provider is built in and cannot be changed.')
      }
      const before = settings.read().providers.find(({ id }) => id === provider.id)
      settings.saveProvider(provider)
      if (before !== undefined && originOf(before.baseUrl) === originOf(provider.baseUrl))
        return null
      // A key belongs to the host that it was entered for; nobody would find it there any more.
      if (before !== undefined) await keys.withdraw(before.id, before.baseUrl)
      await keys.giveBack(provider.id, provider.baseUrl)
      providersChanged()
      return null
    },
    'providers.remove': async ({ providerId }) => {
      const provider = directory.stored(providerId)
      settings.removeProvider(providerId)
      await keys.withdraw(provider.id, provider.baseUrl)
      return null
    },
    'providers.test': async ({ providerId }) => {
      const models = await directory.models(providerId)
      return models.ok ? models.value : new Refusal(models.failure)
    },
    'providers.findLocal': () => directory.findLocal(),
    'keys.set': async ({ providerId, key }) => {
      const status = await keys.set(providerId, directory.stored(providerId).baseUrl, key)
      providersChanged()
      return status
    },
    'keys.clear': async ({ providerId }) => {
      const status = await keys.clear(providerId, directory.stored(providerId).baseUrl)
      providersChanged()
      return status
    },
    'keys.status': ({ providerId }) =>
      keys.status(providerId, directory.stored(providerId).baseUrl),
  }
}
