import { ending, gate, paced, streamHead, textEvent } from '../fakes/model-server/model-server'
import { clipboardText } from './clipboard'
import { expect, settingsFor, test } from './rivulet-app'

const isMac = process.platform === 'darwin'
const keys = isMac ? 'Meta+Alt+KeyP' : 'Control+Alt+KeyP'

test('what the window does can be measured while an answer streams', async ({
  launch,
  modelServer,
}) => {
  const end = gate()
  const words = Array.from({ length: 300 }, (_, index) => textEvent(`word ${index}, `))
  modelServer.script([streamHead(), ...paced(words, 15), end.step, ...ending()])
  const { main, electron } = await launch(settingsFor(modelServer))
  const panel = main.page.getByRole('region', { name: 'Measurements' })
  const figure = (name: string) => panel.locator(`[data-name="${name}"]`)
  const isMoreThanNone = /^(?!0(\.0)? )[\d.]+ /

  await expect(main.message).toBeVisible()
  await expect(panel).toHaveCount(0)
  await main.message.press(keys)
  await expect(figure('frame-median')).toHaveText(/^[\d.]+ ms$/)
  await expect(figure('frames-dropped')).toHaveText(/^[\d.]+ %$/)
  await expect(figure('backlog')).toHaveText('0 characters')
  await expect(figure('pushes')).toHaveText('0 /s')
  await expect(main.message).toBeFocused()

  await main.ask('Say a lot')
  await expect(figure('pushes')).toHaveText(isMoreThanNone)
  await expect(figure('text')).toHaveText(isMoreThanNone)
  await expect(figure('backlog')).toHaveText(isMoreThanNone)
  await expect(figure('backlog-age')).toHaveText(isMoreThanNone)

  end.open()
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText).toContainText('word 299,')
  await expect(figure('backlog')).toHaveText('0 characters')
  await expect(figure('backlog-age')).toHaveText('0 ms')

  await panel.getByRole('button', { name: 'Copy measurements' }).click()
  const copied = () => clipboardText(electron)
  await expect.poll(copied).toMatch(/^Rivulet \d.*Electron\/\d/)
  expect(await copied()).toMatch(/^Frame p50, p95: [\d.]+ ms, [\d.]+ ms$/m)
  expect(await copied()).not.toContain('word')

  await main.message.click()
  await main.page.keyboard.press(keys)
  await expect(panel).toHaveCount(0)
  await main.page.keyboard.press(keys)
  await panel.getByRole('button', { name: 'Close measurements' }).click()
  await expect(panel).toHaveCount(0)
  await expect(main.message).toBeFocused()
})

test('the measurements do not take the pointer from what lies below them', async ({
  launch,
  modelServer,
}) => {
  const { main } = await launch(settingsFor(modelServer))
  const panel = main.page.getByRole('region', { name: 'Measurements' })
  await main.message.press(keys)
  const box = await panel.locator('dl').boundingBox()
  expect(box).not.toBeNull()
  const isBelow = await main.page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.closest('.measure') === null,
    { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 },
  )
  expect(isBelow).toBe(true)
})
