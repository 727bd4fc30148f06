import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/ipc/bridge'
import type {
  Channel,
  PushChannel,
  PushOf,
  ReplyOf,
  RequestOf,
  SentOf,
} from '../shared/ipc/contract'
import { createEventUnpacker } from '../shared/ipc/packed-events'
import type { Result } from '../shared/result'

function operation<Name extends Channel>(name: Name) {
  return (request: RequestOf<Name>): Promise<Result<ReplyOf[Name]>> =>
    ipcRenderer.invoke(name, request)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const asItIs = <Value>(payload: Value): Value => payload

/** How what main sends becomes what a listener hears. */
const heard: { readonly [Name in PushChannel]: (sent: SentOf[Name]) => PushOf[Name] } = {
  'answers.events': createEventUnpacker((bytes) => decoder.decode(bytes)),
  'conversations.changed': asItIs,
  'settings.changed': asItIs,
  'providers.changed': asItIs,
  'desktop.changed': asItIs,
  'window.visible': asItIs,
  'window.ask': asItIs,
  'window.showConversation': asItIs,
  'window.command': asItIs,
  'quickAsk.shown': asItIs,
}

const bridge: Bridge = {
  conversations: {
    list: operation('conversations.list'),
    open: operation('conversations.open'),
    readEarlier: operation('conversations.readEarlier'),
    rename: operation('conversations.rename'),
    delete: operation('conversations.delete'),
    restore: operation('conversations.restore'),
    choose: operation('conversations.choose'),
    search: operation('conversations.search'),
  },
  answers: {
    ask: operation('answers.ask'),
    regenerate: operation('answers.regenerate'),
    stop: operation('answers.stop'),
    subscribe: operation('answers.subscribe'),
    retryNow: operation('answers.retryNow'),
    resume: operation('answers.resume'),
    copyDiagnostics: operation('answers.copyDiagnostics'),
    pastLengths: operation('answers.pastLengths'),
  },
  settings: {
    read: operation('settings.read'),
    update: operation('settings.update'),
  },
  providers: {
    list: operation('providers.list'),
    save: operation('providers.save'),
    remove: operation('providers.remove'),
    test: operation('providers.test'),
    findLocal: operation('providers.findLocal'),
  },
  keys: {
    set: operation('keys.set'),
    clear: operation('keys.clear'),
    status: operation('keys.status'),
  },
  desktop: {
    status: operation('desktop.status'),
    copyText: operation('desktop.copyText'),
    openLink: operation('desktop.openLink'),
    openDataFolder: operation('desktop.openDataFolder'),
    showConversation: operation('desktop.showConversation'),
  },
  quickAsk: {
    hide: operation('quickAsk.hide'),
    resize: operation('quickAsk.resize'),
    keepOpen: operation('quickAsk.keepOpen'),
  },
  listen(name, listener) {
    if (!Object.hasOwn(heard, name)) throw new Error('There is no such push.')
    const receive = (_event: unknown, sent: SentOf[typeof name]): void =>
      listener(heard[name](sent))
    ipcRenderer.on(name, receive)
    return () => ipcRenderer.removeListener(name, receive)
  },
}

// The bridge's values are frozen by Electron on their way into the page.
contextBridge.exposeInMainWorld('rivulet', bridge)
