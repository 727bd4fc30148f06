import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  globalShortcut,
  ipcMain,
  nativeTheme,
  net,
  powerMonitor,
  session,
} from 'electron'
import type { ConversationSummary } from '../shared/conversation/conversation'
import type { DesktopStatus, PushChannel, SentOf } from '../shared/ipc/contract'
import { type AnswerRegistry, createAnswerRegistry } from './answers/answer-registry'
import { createAsking } from './answers/ask'
import { systemClock } from './answers/clock'
import { createLimiterRegistry } from './answers/limits/limiter-registry'
import { isOurWindow } from './desktop/app-window'
import { type CommandLine, parseCommandLine } from './desktop/command-line'
import { createDemonstration } from './desktop/demonstration'
import { createHotkey } from './desktop/hotkey'
import { createMainWindow } from './desktop/main-window'
import { setApplicationMenu } from './desktop/menu'
import { createQuickAsk } from './desktop/quick-ask'
import { createWindowSubscribers } from './desktop/window-subscribers'
import { createLog } from './diagnostics/log'
import { openHistoryWorker } from './history/open-history-worker'
import { serveRequests } from './ipc/handle'
import { answerHandlers } from './ipc/handlers/answers'
import { conversationHandlers } from './ipc/handlers/conversations'
import { desktopHandlers } from './ipc/handlers/desktop'
import { diagnosticsHandlers } from './ipc/handlers/diagnostics'
import { settingsHandlers } from './ipc/handlers/settings'
import { push } from './ipc/push'
import { isTrustedSender } from './ipc/trusted-sender'
import { createKeyStore } from './keys/key-store'
import { systemKeychain } from './keys/keychain'
import { createRetrievableKeys } from './keys/retrievable-keys'
import { createNetworkFetch } from './network/network-fetch'
import { createNetworkWatch } from './network/network-watch'
import { addedCertificates, ownCertificateSources } from './network/trusted-certificates'
import { createProviderDirectory } from './providers/provider-directory'
import { waitWith } from './providers/surroundings'
import { declareAppScheme, serveApp } from './security/app-protocol'
import { lockDownContents, lockDownSession } from './security/lock-down'
import { openSettings } from './settings/settings-store'

const log = createLog({ dataFolder: app.getPath('userData') })

/** Only its name goes into the log: what an error says may quote the user. */
function report(error: unknown): void {
  console.error(error)
  const errorName = error instanceof Error ? error.name : typeof error
  log.write({ at: systemClock.now(), event: 'unexpected-error', errorName })
}

// Electron hands the environment on to the pages' processes, where no key belongs.
const environment = { ...process.env }
delete process.env['OPENAI_API_KEY']

// Whoever reads our output may go away before us.
process.stdout.on('error', () => {})
process.stderr.on('error', () => {})

declareAppScheme()
lockDownContents()

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(() => start(parseCommandLine(process.argv)))
    .catch((error: unknown) => {
      report(error)
      const detail = error instanceof Error ? error.message : String(error)
      void dialog
        .showMessageBox({ type: 'error', message: 'Rivulet cannot start', detail })
        .then(() => app.exit(1))
    })
} else {
  app.quit()
}

async function start(commandLine: CommandLine): Promise<void> {
  const { platform } = process
  const dataFolder = app.getPath('userData')
  await lockDownSession(session.defaultSession)
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'))

  const settings = openSettings(dataFolder)
  const { history, notices } = await openHistoryWorker(
    join(import.meta.dirname, 'history-worker.js'),
    join(dataFolder, 'history.sqlite'),
  )
  const keys = createRetrievableKeys(createKeyStore(systemKeychain))
  const network = createNetworkFetch({
    environment: process.env,
    // The pages' own session has no way out; this one has no pages.
    resolveProxy: (address) => session.fromPartition('network').resolveProxy(address),
    addedCertificates: () => addedCertificates(ownCertificateSources(process.env)),
    now: systemClock.now,
    schedule: systemClock.schedule,
  })
  const directory = createProviderDirectory(
    {
      configurations: () => settings.read().providers,
      environment,
      keyFor: keys.keyFor,
    },
    keys.status,
    () => {
      providersChanged()
      pushToAll('desktop.changed', desktopStatus())
    },
    createLimiterRegistry(systemClock),
    {
      fetch: network.fetch,
      wait: waitWith(systemClock.schedule),
      now: systemClock.now,
      version: app.getVersion(),
    },
  )

  const pushToAll = <Name extends PushChannel>(name: Name, payload: SentOf[Name]): void => {
    for (const window of BrowserWindow.getAllWindows()) push(window.webContents, name, payload)
  }
  const listConversations = async (): Promise<readonly ConversationSummary[]> =>
    (await history.listConversations()).map((summary) => ({
      ...summary,
      running: registry.isConversationRunning(summary.id),
    }))
  const conversationsChanged = (): void => {
    listConversations().then((list) => pushToAll('conversations.changed', list), report)
  }
  const providersChanged = (): void => {
    directory.list().then((providers) => pushToAll('providers.changed', providers), report)
  }
  const watch = createNetworkWatch({
    isOnline: () => net.isOnline(),
    probe: network.canReach,
    clock: systemClock,
  })
  const registry: AnswerRegistry = createAnswerRegistry({
    surroundings: {
      clock: systemClock,
      random: Math.random,
      providerFor: directory.providerFor,
      isOnline: () => net.isOnline(),
      whenNetworkBack: watch.whenBack,
    },
    storage: history,
    newId: randomUUID,
    changed: conversationsChanged,
    report,
    log: (answerId, { model, ...entry }) =>
      log.write({
        ...entry,
        at: systemClock.now(),
        answerId,
        provider: model.providerId,
        model: model.modelId,
      }),
  })
  const asking = createAsking({
    clock: systemClock,
    history,
    registry,
    settings: settings.read,
  })

  const mainWindow = createMainWindow(() => {
    // On macOS an app stays until it is told to go.
    if (platform !== 'darwin') app.quit()
  })
  const quickAsk = createQuickAsk(systemClock.now, platform)
  const hotkey = createHotkey(globalShortcut, quickAsk.toggle)
  const desktopStatus = (): DesktopStatus => ({
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    version: app.getVersion(),
    dataFolder,
    hotkey: hotkey.status(),
    notices: [...settings.notices, ...notices, ...directory.notices()],
  })

  const demonstration = commandLine.ask === null ? null : createDemonstration(commandLine)
  const subscriberOf = createWindowSubscribers(registry.unsubscribe, demonstration?.observe)
  serveRequests(
    ipcMain,
    {
      ...conversationHandlers(
        history,
        registry,
        listConversations,
        subscriberOf,
        conversationsChanged,
      ),
      ...answerHandlers(asking, registry, history, subscriberOf),
      ...diagnosticsHandlers(history, registry, directory, log),
      ...settingsHandlers(settings, keys, directory, providersChanged),
      ...desktopHandlers({
        status: desktopStatus,
        quickAsk,
        showConversation: async (conversationId) => {
          const { webContents } = await mainWindow.show()
          push(webContents, 'window.showConversation', { conversationId })
        },
      }),
    },
    (event) => isTrustedSender(event, isOurWindow),
    report,
  )

  closeChannelOfElectronStore()
  // Native menus, lists and dialogs follow it too.
  nativeTheme.themeSource = settings.read().theme
  settings.subscribe((changed, previous) => {
    nativeTheme.themeSource = changed.theme
    closeChannelOfElectronStore()
    pushToAll('settings.changed', changed)
    providersChanged()
    if (changed.hotkey !== previous.hotkey) {
      hotkey.use(changed.hotkey)
      pushToAll('desktop.changed', desktopStatus())
    }
  })
  setApplicationMenu(platform, (command) => {
    void mainWindow.show().then(({ webContents }) => push(webContents, 'window.command', command))
  })
  hotkey.use(settings.read().hotkey)

  powerMonitor.on('resume', watch.poke)
  app.on('second-instance', () => void mainWindow.show())
  app.on('activate', () => void mainWindow.show())
  endCleanly(async () => {
    hotkey.release()
    quickAsk.release()
    await registry.interruptAll()
    await network.close()
    await history.close()
    // A keychain that never answers holds a thread that would keep the process alive for ever.
    if (keys.isBusy()) process.kill(process.pid, 'SIGKILL')
  })

  asking.resumeUnfinished().catch(report)
  const environmentKnown = directory.learnEnvironmentModels()
  const window = await mainWindow.show()
  if (demonstration !== null) {
    await environmentKnown
    for (const notice of directory.notices()) process.stdout.write(`${notice}\n`)
    const code = await demonstration.run(
      window,
      settings.read().defaultModel ?? directory.modelWithoutChoice(),
    )
    if (code !== null) app.exit(code)
  }
}

/** The package opens a channel of its own at the first write, past the contract and its checks. */
function closeChannelOfElectronStore(): void {
  ipcMain.removeAllListeners('electron-store-get-data')
}

/** Lets the app end only after what is under way has been stored. */
function endCleanly(finish: () => Promise<void>): void {
  let stage: 'running' | 'finishing' | 'finished' = 'running'
  app.on('before-quit', (event) => {
    if (stage === 'finished') return
    event.preventDefault()
    if (stage === 'finishing') return
    stage = 'finishing'
    finish()
      .catch(report)
      .finally(() => {
        stage = 'finished'
        app.quit()
      })
  })
}
