import type { Bridge } from '../../shared/ipc/bridge'
import type { DesktopStatus } from '../../shared/ipc/contract'
import type { ProviderView } from '../../shared/providers/provider'
import type { Settings } from '../../shared/settings/settings'
import { createStore, type Readable } from './external-store'

/** What the windows know of the program around them; null until main has said it. */
export interface Surroundings {
  readonly settings: Settings | null
  readonly providers: readonly ProviderView[] | null
  readonly desktop: DesktopStatus | null
}

export interface SettingsStore extends Readable<Surroundings> {
  /** Settles when main has said everything once. */
  readonly ready: Promise<void>
  readonly update: Bridge['settings']['update']
}

export function createSettingsStore(bridge: Bridge): SettingsStore {
  const store = createStore<Surroundings>({ settings: null, providers: null, desktop: null })
  const put = (part: Partial<Surroundings>) => store.write({ ...store.read(), ...part })
  bridge.listen('settings.changed', (settings) => put({ settings }))
  bridge.listen('providers.changed', (providers) => put({ providers }))
  bridge.listen('desktop.changed', (desktop) => put({ desktop }))

  async function readAll() {
    const [settings, providers, desktop] = await Promise.all([
      bridge.settings.read({}),
      bridge.providers.list({}),
      bridge.desktop.status({}),
    ])
    // What was pushed meanwhile is newer.
    const known = store.read()
    put({
      settings: known.settings ?? (settings.ok ? settings.value : null),
      providers: known.providers ?? (providers.ok ? providers.value : null),
      desktop: known.desktop ?? (desktop.ok ? desktop.value : null),
    })
  }

  return {
    read: store.read,
    subscribe: store.subscribe,
    ready: readAll(),
    async update(change) {
      const result = await bridge.settings.update(change)
      if (result.ok) put({ settings: result.value })
      return result
    },
  }
}
