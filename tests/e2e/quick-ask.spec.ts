import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { hold, streamHead, textEvent } from '../fakes/model-server/model-server'
import { expect, type RivuletApp, settingsFor, test } from './rivulet-app'

const run = promisify(execFile)

/** Presses a real key on the display, which every program on it can take. */
async function pressOnDisplay(key: string): Promise<void> {
  await run('xdotool', ['key', '--clearmodifiers', key])
}

/** The key that was really taken, the way xdotool spells it. */
async function hotkeyOf({ main }: RivuletApp): Promise<string> {
  const accelerator = await main.page.evaluate(async () => {
    const status = await window.rivulet.desktop.status({})
    return status.ok ? status.value.hotkey.accelerator : null
  })
  if (accelerator === null) throw new Error('No hotkey could be had')
  return accelerator.toLowerCase()
}

function isShown({ electron }: RivuletApp): Promise<boolean> {
  return electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.webContents.getURL().endsWith('/quick-ask.html') && window.isVisible(),
    ),
  )
}

function focusedPage({ electron }: RivuletApp): Promise<string> {
  return electron.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getFocusedWindow()?.webContents.getURL().replace('rivulet://app/', '') ?? '',
  )
}

/** Presses the hotkey and waits until the window has the keyboard. */
async function openQuickAsk(app: RivuletApp): Promise<Page> {
  await expect.poll(() => focusedPage(app)).toBe('index.html')
  await pressOnDisplay(await hotkeyOf(app))
  await expect.poll(() => isShown(app)).toBe(true)
  await expect.poll(() => focusedPage(app)).toBe('quick-ask.html')
  const quick = await app.quickAsk()
  await expect(box(quick)).toBeFocused()
  return quick
}

function box(page: Page) {
  return page.getByRole('textbox', { name: 'Ask anything' })
}

test.skip(process.platform !== 'linux', 'the key is pressed with xdotool')

test('the real hotkey opens quick ask, the Handbook answers, Escape hides it and gives the focus back', async ({
  launch,
}) => {
  const app = await launch()
  await expect(app.main.page.getByRole('button', { name: 'Try the Handbook' })).toBeVisible()
  expect(await isShown(app)).toBe(false)

  const quick = await openQuickAsk(app)
  await expect(quick).toHaveTitle('Quick ask')

  await run('xdotool', ['type', '--delay', '5', 'Where is my key stored?'])
  await expect(box(quick)).toHaveValue('Where is my key stored?')
  await pressOnDisplay('Return')
  const log = quick.getByRole('log', { name: 'Conversation' })
  await expect(log).toContainText(/keychain/i)
  await expect(quick.getByRole('status', { name: 'Answer status' })).toContainText('Complete')

  // First Escape clears what is shown, the next one hides the window.
  await pressOnDisplay('Escape')
  await expect(log).toHaveCount(0)
  await pressOnDisplay('Escape')
  await expect.poll(() => isShown(app)).toBe(false)
  await expect.poll(() => focusedPage(app)).toBe('index.html')
})

test('Escape first stops a running answer', async ({ launch, modelServer }) => {
  modelServer.script([streamHead(), textEvent('Going on and on'), hold()])
  const app = await launch(settingsFor(modelServer))
  const quick = await openQuickAsk(app)
  await box(quick).fill('Talk')
  await box(quick).press('Enter')
  await expect(quick.getByRole('log')).toContainText('Going on and on')
  await box(quick).press('Escape')
  const request = await modelServer.nextRequest()
  expect(await request.closed).toBe('client')
  await expect(quick.getByRole('status', { name: 'Answer status' })).toContainText('Stopped')
  expect(await isShown(app)).toBe(true)
})

test('what was asked there can be opened in Rivulet', async ({ launch, modelServer }) => {
  modelServer.respondWithText(['Forty-two.'])
  const app = await launch(settingsFor(modelServer))
  const quick = await openQuickAsk(app)
  await box(quick).fill('The answer?')
  await box(quick).press('Enter')
  await expect(quick.getByRole('log')).toContainText('Forty-two.')
  await quick.getByRole('button', { name: 'Open in Rivulet' }).click()
  await expect(app.main.answerText).toHaveText('Forty-two.')
  await expect.poll(() => isShown(app)).toBe(false)
})
