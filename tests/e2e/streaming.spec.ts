import { ending, gate, hold, streamHead, textEvent } from '../fakes/model-server/model-server'
import { expect, settingsFor, test } from './rivulet-app'

const pieces = [
  'Wor',
  'ds on ',
  'the **wi',
  're** are',
  ' words on the screen: ',
  'naïve 👩‍👩‍👧‍👦 日本語.',
]

test('the words on the screen are the words on the wire, and the request is right', async ({
  launch,
  modelServer,
}) => {
  modelServer.respondWithText(pieces)
  const { main } = await launch({
    ...settingsFor(modelServer),
    systemPrompt: 'Be brief.',
    temperature: 0.5,
  })
  await main.ask('What is on the wire?')
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText).toHaveText(
    'Words on the wire are words on the screen: naïve 👩‍👩‍👧‍👦 日本語.',
  )
  await expect(main.answerText.locator('strong')).toHaveText('wire')

  const [request] = modelServer.requests
  expect(request?.json).toEqual({
    model: 'fake-1',
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'What is on the wire?' },
    ],
    stream: true,
    stream_options: { include_usage: true },
    temperature: 0.5,
  })
  expect(request?.headers).not.toHaveProperty('authorization')

  modelServer.respondWithText(['And more.'])
  await main.ask('Go on')
  await expect(main.answerText).toHaveText('And more.')
  expect(modelServer.requests[1]?.json).toMatchObject({
    messages: [
      { role: 'system' },
      { role: 'user', content: 'What is on the wire?' },
      { role: 'assistant', content: pieces.join('') },
      { role: 'user', content: 'Go on' },
    ],
  })
})

test('the question and the place of the answer are there before the server says anything', async ({
  launch,
  modelServer,
}) => {
  const silence = gate()
  modelServer.script([silence.step, streamHead(), textEvent('At last.'), ...ending()])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Anybody there?')
  await expect(main.questions).toHaveText(/Anybody there\?/)
  await expect(main.status).toContainText('Connecting')
  await expect(main.message).toHaveValue('')
  silence.open()
  await expect(main.answerText).toHaveText('At last.')
})

test('what arrives while the window is hidden is shown at once', async ({
  launch,
  modelServer,
}) => {
  const more = gate()
  const rest = gate()
  const words = `${'word '.repeat(400)}end`
  modelServer.script([
    streamHead(),
    textEvent(`${words}. `),
    more.step,
    textEvent(`${words}. `),
    rest.step,
    ...ending(),
  ])
  const { main, electron } = await launch(settingsFor(modelServer))
  const setVisible = (visible: boolean) =>
    electron.evaluate(({ BrowserWindow }, wanted) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().endsWith('/index.html'),
      )
      if (wanted) window?.show()
      else window?.hide()
    }, visible)
  await main.ask('Words?')
  await expect(main.answerText).toHaveText(`${words}.`)
  const steps = await main.answerText.evaluateHandle((answer) => {
    const lengths = new Set<number>()
    const observer = new MutationObserver(() => lengths.add(answer.textContent.length))
    observer.observe(answer, { subtree: true, childList: true, characterData: true })
    return { count: () => lengths.size }
  })
  await setVisible(false)
  more.open()
  await expect(main.answerText).toHaveText(`${words}. ${words}.`)
  expect(await steps.evaluate(({ count }) => count())).toBeLessThanOrEqual(2)
  await setVisible(true)
  rest.open()
  await expect(main.status).toContainText('Complete')
})

test('Stop ends the request on the wire and keeps what was received', async ({
  launch,
  modelServer,
}) => {
  modelServer.script([streamHead(), textEvent('Half of an '), hold()])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Tell me everything')
  await expect(main.answerText).toHaveText('Half of an')
  await expect(main.status).toContainText('Streaming')
  await main.stop.click()
  const request = await modelServer.nextRequest()
  expect(await request.closed).toBe('client')
  await expect(main.status).toContainText('Stopped')
  await expect(main.answerText).toHaveText('Half of an')
  await expect(main.send).toBeVisible()
})

test('Escape stops too, also before the first word', async ({ launch, modelServer }) => {
  modelServer.script([hold()])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Hello?')
  const request = await modelServer.nextRequest()
  await main.message.press('Escape')
  expect(await request.closed).toBe('client')
  await expect(main.status).toContainText('Stopped')
})

test('two conversations answer at once and each keeps its own words', async ({
  launch,
  modelServer,
}) => {
  const first = gate()
  const second = gate()
  modelServer.script([
    streamHead(),
    textEvent('alpha '),
    first.step,
    textEvent('omega'),
    ...ending(),
  ])
  modelServer.script([streamHead(), textEvent('uno '), second.step, textEvent('dos'), ...ending()])
  const { main } = await launch(settingsFor(modelServer))
  await main.ask('Greek')
  await expect(main.answerText).toHaveText('alpha')
  await main.newConversation.click()
  await main.ask('Spanish')
  await expect(main.answerText).toHaveText('uno')
  first.open()
  second.open()
  await expect(main.answerText).toHaveText('uno dos')
  await main.conversations.getByText('Greek').click()
  await expect(main.answerText).toHaveText('alpha omega')
  await expect(main.status).toContainText('Complete')
})

test('Enter while an input method is composing sends nothing', async ({ launch, modelServer }) => {
  const { main } = await launch(settingsFor(modelServer))
  await main.message.fill('にほん')
  await main.message.evaluate((element) => {
    const press = (init: KeyboardEventInit) =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init }))
    press({ isComposing: true })
    press({ keyCode: 229 } as KeyboardEventInit)
  })
  await expect(main.message).toHaveValue('にほん')
  await expect(main.questions).toHaveCount(0)
  await main.message.press('Shift+Enter')
  await expect(main.message).toHaveValue('にほん\n')
  expect(modelServer.requests).toEqual([])
})

test('what comes after a long text was taken in is never shown as it was written', async ({
  launch,
  modelServer,
}) => {
  const more = gate()
  const said = (parts: number) => textEvent('A part of **it**.\n\n'.repeat(parts))
  modelServer.script([
    streamHead(),
    said(5000),
    textEvent('So far.\n\n'),
    more.step,
    said(400),
    textEvent('End.'),
    ...ending(),
  ])
  const { main } = await launch(settingsFor(modelServer))
  // What arrives is then shown at once.
  await main.page.emulateMedia({ reducedMotion: 'reduce' })
  await main.ask('At length')
  await expect(main.answer.getByText('So far.')).toBeVisible()
  await expect(main.answer.locator('.plain-piece')).toHaveCount(0)
  const seen = await main.answer.evaluateHandle((answer) => {
    const times: number[] = []
    new MutationObserver(() => {
      if (answer.querySelector('.plain-piece') !== null) times.push(performance.now())
    }).observe(answer, { childList: true, subtree: true })
    return times
  })
  more.open()
  await expect(main.answer.getByText('End.')).toBeVisible()
  expect(await seen.jsonValue()).toEqual([])
})
