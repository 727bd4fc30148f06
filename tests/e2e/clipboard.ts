import type { ElectronApplication } from '@playwright/test'

/** The text in the system's clipboard. */
export function clipboardText(electron: ElectronApplication): Promise<string> {
  return electron.evaluate(({ clipboard }) => clipboard.readText())
}
