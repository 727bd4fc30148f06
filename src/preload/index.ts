import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/ipc/bridge'
import type { Channel, PushChannel, ReplyOf, RequestOf } from '../shared/ipc/contract'
import type { Result } from '../shared/result'

function operation<Name extends Channel>(name: Name) {
  return (request: RequestOf<Name>): Promise<Result<ReplyOf[Name]>> =>
    ipcRenderer.invoke(name, request)
}

const pushChannels: { readonly [Name in PushChannel]: true } = {
  'answers.events': true,
  'conversations.changed': true,
  'settings.changed': true,
  'providers.changed': true,
  'desktop.changed': true,
  'window.ask': true,
  'window.showConversation': true,
  'window.command': true,
  'quickAsk.shown': true,
}

const bridge: Bridge = {
  conversations: {
    list: operation('conversations.list'),
    open: operation('conversations.open'),
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
    if (!Object.hasOwn(pushChannels, name)) throw new Error('There is no such push.')
    const receive = (_event: unknown, payload: Parameters<typeof listener>[0]): void =>
      listener(payload)
    ipcRenderer.on(name, receive)
    return () => ipcRenderer.removeListener(name, receive)
  },
}

// The bridge's values are frozen by Electron on their way into the page.
contextBridge.exposeInMainWorld('rivulet', bridge)
