import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connectReadOnly } from '../../src/main/history/connection'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings'
import { launchRivulet } from '../e2e/rivulet-app'
import type { PacedModelServer } from './paced-model-server'
import { until } from './until'
import type { Victim } from './victim'

const pollEvery = 15

/**
 * The real app, asked in its window. Nobody in it tells what is acknowledged; a second reader of its
 * file sees what is committed, which is at least that.
 *
 * @param unfinished how many answers the last one left, which this one has to finish first
 */
export async function startAppVictim(
  userData: string,
  server: PacedModelServer,
  question: string | null,
  unfinished: number,
): Promise<Victim> {
  const settings: Settings = {
    ...defaultSettings,
    welcomed: true,
    providers: [{ id: 'paced', name: 'Paced', baseUrl: server.baseUrl, models: ['paced-1'] }],
    defaultModel: { providerId: 'paced', modelId: 'paced-1' },
    automaticResume: 'always',
  }
  await writeFile(join(userData, 'settings.json'), JSON.stringify(settings))
  const continued = (): number =>
    server.streams.filter(({ partial, whole }) => partial !== '' && whole).length
  const continuedBefore = continued()
  const app = await launchRivulet({ userData })
  const resumed = until(() => continued() >= continuedBefore + unfinished)
  const process = app.electron.process()
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()))
  await resumed
  if (question !== null) {
    await app.main.newConversation.click()
    await app.main.ask(question)
  }
  const watch = watchCommits(join(userData, 'history.sqlite'))
  return {
    acknowledged: watch.committed,
    async kill() {
      process.kill('SIGKILL')
      watch.end()
      await gone
    },
    async finish() {
      watch.end()
      await app.quit()
    },
  }
}

/** Units of the newest answer that another reader of the file can see. */
function watchCommits(file: string): {
  readonly committed: () => number
  readonly end: () => void
} {
  if (!existsSync(file)) return { committed: () => 0, end: () => {} }
  const connection = connectReadOnly(file)
  let committed = 0
  const look = (): void => {
    const [length] = connection.values(
      'max(start + length(text) / 2)',
      'checkpoints WHERE message_id = (SELECT id FROM messages ORDER BY position DESC LIMIT 1)',
    )
    committed = Math.max(committed, Number(length ?? 0))
  }
  const timer = setInterval(look, pollEvery)
  return {
    committed: () => committed,
    end() {
      clearInterval(timer)
      connection.close()
    },
  }
}
