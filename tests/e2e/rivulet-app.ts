import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { connectReadOnly } from '../../src/main/history/connection'
import { fromUtf16 } from '../../src/main/history/exact-text'
import { defaultSettings, type Settings } from '../../src/shared/settings/settings'
import { type ModelServer, startModelServer } from '../fakes/model-server/model-server'
import { MainWindow } from './main-window'

/** One running Rivulet with the user data it was given. */
export interface RivuletApp {
  readonly electron: ElectronApplication
  readonly main: MainWindow
  /** The page of the quick-ask window, which is there from the start, hidden. */
  quickAsk(): Promise<Page>
  /** Ends it the way a user does. */
  quit(): Promise<void>
  /** Ends it as a crash or a power cut does. */
  kill(): Promise<void>
  /** The text of running answers that is on disk now. */
  storedText(): Promise<string>
}

export interface Launch {
  readonly userData: string
  readonly environment?: Environment
}

export async function launchRivulet({ userData, environment = {} }: Launch): Promise<RivuletApp> {
  const executable = process.env['RIVULET_TEST_ELECTRON']
  if (executable === undefined) {
    throw new Error('RIVULET_TEST_ELECTRON is not set: run these tests with "npm run e2e".')
  }
  const application = process.env['RIVULET_TEST_APP'] ?? ''
  const parameters: readonly string[] = JSON.parse(process.env['RIVULET_TEST_ARGS'] ?? '[]')
  const electron = await _electron.launch({
    executablePath: executable,
    // Playwright would switch it off without being asked.
    chromiumSandbox: !parameters.includes('--no-sandbox'),
    args: [
      ...(application === '' ? [] : [application]),
      ...parameters,
      `--user-data-dir=${userData}`,
    ],
    env: { ...withoutProvider(process.env), ...environment },
  })
  const main = await pageOf(electron, 'index.html')
  return {
    electron,
    main: new MainWindow(main),
    quickAsk: () => pageOf(electron, 'quick-ask.html'),
    quit: () => electron.close(),
    async kill() {
      const ended = electron.waitForEvent('close')
      electron.process().kill('SIGKILL')
      await ended
    },
    storedText: async () => checkpointedText(join(userData, 'history.sqlite')),
  }
}

function checkpointedText(file: string): string {
  const connection = connectReadOnly(file)
  try {
    const rows = connection.prepare('SELECT text FROM checkpoints ORDER BY position').all()
    return (rows as { text: Uint8Array }[]).map(({ text }) => fromUtf16(text)).join('')
  } finally {
    connection.close()
  }
}

/** A tester's own key must never reach a test. */
function withoutProvider(environment: NodeJS.ProcessEnv): Record<string, string> {
  const entries = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !entry[0].startsWith('OPENAI_'),
  )
  return Object.fromEntries(entries)
}

async function pageOf(electron: ElectronApplication, name: string): Promise<Page> {
  // A window is announced before it has its address.
  const find = (): Page | undefined =>
    electron.windows().find((page) => page.url().endsWith(`/${name}`))
  await base.expect.poll(() => find() !== undefined, { timeout: 30_000 }).toBe(true)
  const page = find()
  if (page === undefined) throw new Error(`The window ${name} went away`)
  return page
}

/** What a user has set up who asks the fake server. */
export function settingsFor(server: ModelServer): Settings {
  return {
    ...defaultSettings,
    welcomed: true,
    providers: [{ id: 'fake', name: 'Fake', baseUrl: server.baseUrl, models: ['fake-1'] }],
    defaultModel: { providerId: 'fake', modelId: 'fake-1' },
  }
}

interface Fixtures {
  /** A new, empty folder. */
  readonly userData: string
  /** Starts Rivulet on `userData`, with the settings if any are given; ended after the test. */
  readonly launch: (settings?: Settings, environment?: Environment) => Promise<RivuletApp>
  /** Starts Rivulet with those changes of its settings and asks; the model answers with this. */
  readonly launchAndAsk: (answer: string, settings?: Partial<Settings>) => Promise<RivuletApp>
  /** A model server with nothing scripted; the test fails if it is asked something unscripted. */
  readonly modelServer: ModelServer
}

type Environment = Readonly<Record<string, string>>

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it.
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rivulet-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  launch: async ({ userData }, use, testInfo) => {
    const started: RivuletApp[] = []
    await use(async (settings, environment = {}) => {
      if (settings !== undefined) {
        await writeFile(join(userData, 'settings.json'), JSON.stringify(settings))
      }
      const app = await launchRivulet({ userData, environment })
      started.push(app)
      return app
    })
    // Playwright's own pictures wait for every window, and one that is hidden is never painted.
    const { main } = started.at(-1) ?? {}
    if (testInfo.status !== testInfo.expectedStatus && main && !main.page.isClosed()) {
      const body = await main.page.screenshot().catch(() => null)
      if (body !== null) await testInfo.attach('main window', { body, contentType: 'image/png' })
    }
    for (const app of started) await app.quit()
  },
  launchAndAsk: async ({ launch, modelServer }, use) => {
    await use(async (answer, settings = {}) => {
      modelServer.respondWithText([answer])
      const app = await launch({ ...settingsFor(modelServer), ...settings })
      await app.main.ask('What now?')
      return app
    })
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  modelServer: async ({}, use) => {
    const server = await startModelServer()
    await use(server)
    await server.close()
  },
})

export { expect } from '@playwright/test'
