import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings'

/** Makes a user-data folder that of a user whose only model is that of the paced server. */
export async function writePacedSettings(userData: string, baseUrl: string): Promise<void> {
  const settings: Settings = {
    ...defaultSettings,
    welcomed: true,
    providers: [{ id: 'paced', name: 'Paced', baseUrl, models: ['paced-1'] }],
    defaultModel: { providerId: 'paced', modelId: 'paced-1' },
  }
  await writeFile(join(userData, 'settings.json'), JSON.stringify(settings))
}
