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
  // A picture that is missing is a failure; `--update-snapshots=changed` takes new ones.
  updateSnapshots: 'none',
  expect: {
    toHaveScreenshot: {
      pathTemplate: '{testDir}/pictures/{arg}{ext}',
      // The caret has about ninety. Pixels of smoothed edges are never counted.
      maxDiffPixels: 20,
    },
  },
  reporter: [['list'], ['json', { outputFile: 'out/test/e2e.json' }]],
})
