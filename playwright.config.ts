import { defineConfig } from '@playwright/test'

/** Run through `npm run e2e`, which sets the display, the keychain and the executable up. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test/end-to-end',
  timeout: 60_000,
  retries: 0,
  // All windows share one display: the focus and the global hotkey exist once.
  workers: 1,
  fullyParallel: false,
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
})
