import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type RivuletApp, test } from './rivulet-app'

const themes = ['light', 'dark'] as const

/** Gives the main window a width in CSS pixels that does not depend on the display. */
export async function setWindowWidth({ main }: RivuletApp, width: number): Promise<void> {
  await main.page.setViewportSize({ width, height: 1400 })
}

/**
 * Compares the last answer with the pictures of that name in both themes. They belong to a version of
 * Chromium, because each draws letters a little differently: a test is skipped for one that has none,
 * unless they are being taken.
 */
export async function comparePictures(app: RivuletApp, name: string): Promise<void> {
  const folder = `chromium-${await chromiumVersion(app)}`
  const { config, project } = test.info()
  test.skip(
    config.updateSnapshots === 'none' && !existsSync(join(project.testDir, 'pictures', folder)),
    `There are no pictures of ${folder}; CONTRIBUTING.md says how to take them.`,
  )
  const { page, answerText } = app.main
  for (const theme of themes) {
    await page.evaluate((value) => {
      document.documentElement.setAttribute('data-theme', value)
    }, theme)
    await expect.soft(answerText).toHaveScreenshot([folder, `${name}-${theme}.png`])
  }
}

/** The major version. */
async function chromiumVersion({ electron }: RivuletApp): Promise<string> {
  const version = await electron.evaluate(() => process.versions['chrome'] ?? '')
  return version.replace(/\..*/, '')
}
