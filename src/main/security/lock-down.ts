import { type App, app, type Session } from 'electron'
import { mayLoad, mayShowInFrame } from './app-address'

/** Takes from a session what a page of ours never needs: the network, devices, permissions. */
export async function lockDownSession(session: Session): Promise<void> {
  // WebRTC asks neither the content policy nor the handler below, but goes by the proxy: there is none.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  })
  session.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !mayLoad(details.url) })
  })
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // Chromium would fetch dictionaries by itself.
  session.setSpellCheckerEnabled(false)
}

/** Keeps every page and its frame where they are: no navigation, no new window, no webview. */
export function lockDownContents(application: App = app): void {
  application.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (event.isMainFrame || !mayShowInFrame(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  })
}
