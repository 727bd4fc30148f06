import { ending, gate, streamHead, textEvent } from '../fakes/model-server/model-server'
import { expect, settingsFor, test } from './rivulet-app'

test('a page that crashes while an answer streams comes back, and nothing of the answer is lost', async ({
  launch,
  modelServer,
}) => {
  const pause = gate()
  modelServer.script([
    streamHead(),
    textEvent('Before, '),
    pause.step,
    textEvent('after.'),
    ...ending(),
  ])
  const { main, electron } = await launch(settingsFor(modelServer))
  await main.ask('Hold on')
  await expect(main.answerText).toHaveText('Before,')
  await electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === 'Rivulet')
    const isBack = new Promise<void>((resolve) => {
      window?.webContents.once('did-finish-load', () => resolve())
    })
    window?.webContents.forcefullyCrashRenderer()
    return isBack.then(() => null)
  })
  const shown = () =>
    electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === 'Rivulet')
      return window?.webContents.executeJavaScript(
        'document.querySelector("article .markdown")?.textContent ?? ""',
      )
    })
  await expect.poll(shown).toContain('Before,')
  pause.open()
  await expect.poll(shown).toBe('Before, after.')
})

test('quick ask that has crashed is shown again with the next key press, never as an empty window', async ({
  launch,
}) => {
  const { electron } = await launch()
  const state = () =>
    electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((each) =>
        each.webContents.getURL().endsWith('/quick-ask.html'),
      )
      return {
        isVisible: window?.isVisible(),
        isCrashed: window?.webContents.isCrashed(),
        isLoading: window?.webContents.isLoading(),
      }
    })
  await electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) =>
      each.webContents.getURL().endsWith('/quick-ask.html'),
    )
    window?.show()
    window?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(state).toEqual({ isVisible: false, isCrashed: false, isLoading: false })
})
