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
 * @param unfinished the question whose answer the last one left, and this one has to finish first
 */
export async function startAppVictim(
  userData: string,
  server: PacedModelServer,
  question: string | null,
  unfinished: string | null,
): Promise<Victim> {
  const settings: Settings = {
    ...defaultSettings,
    welcomed: true,
    providers: [{ id: 'paced', name: 'Paced', baseUrl: server.baseUrl, models: ['paced-1'] }],
    defaultModel: { providerId: 'paced', modelId: 'paced-1' },
    automaticResume: 'always',
  }
  await writeFile(join(userData, 'settings.json'), JSON.stringify(settings))
  const app = await launchRivulet({ userData })
  const process = app.electron.process()
  const gone = new Promise<void>((resolve) => process.once('exit', () => resolve()))
  const reader = openReader(join(userData, 'history.sqlite'))
  if (unfinished !== null) {
    await until(() => server.streams.some((each) => each.question === unfinished && each.whole))
    await until(() => !reader.isAnswering())
  }
  if (question !== null) {
    await app.main.newConversation.click()
    await app.main.ask(question)
  }
  let committed = 0
  const timer = setInterval(() => {
    committed = reader.committed()
  }, pollEvery)
  const stopReading = (): void => {
    clearInterval(timer)
    reader.close()
  }
  return {
    acknowledged: () => committed,
    async kill() {
      process.kill('SIGKILL')
      stopReading()
      await gone
    },
    async finish() {
      stopReading()
      await app.quit()
    },
  }
}

interface Reader {
  /** UTF-16 units of the newest message, an answer that runs, that anybody can see. */
  committed(): number
  isAnswering(): boolean
  close(): void
}

function openReader(file: string): Reader {
  const connection = connectReadOnly(file)
  const newest = '(SELECT id FROM messages ORDER BY position DESC LIMIT 1)'
  return {
    committed() {
      const ends = connection.values(
        'start + length(text) / 2',
        `checkpoints WHERE message_id = ${newest}`,
      )
      return Math.max(0, ...ends.map(Number))
    },
    isAnswering: () =>
      connection.values('message_id', "answers WHERE state = 'running'").length > 0,
    close: connection.close,
  }
}
