import type { WebPreferences } from 'electron'

/** Of every page of ours. */
export const webPreferences: Readonly<WebPreferences> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  // Text of a running answer must not come in lumps when the window is behind another one.
  backgroundThrottling: false,
}
