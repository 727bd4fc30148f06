import { defaultSettings, type Settings } from '../../src/shared/settings/settings'

/** Settings of a user whose only model is that of the paced server. */
export function pacedSettings(baseUrl: string): Settings {
  return {
    ...defaultSettings,
    welcomed: true,
    providers: [{ id: 'paced', name: 'Paced', baseUrl, models: ['paced-1'] }],
    defaultModel: { providerId: 'paced', modelId: 'paced-1' },
  }
}
