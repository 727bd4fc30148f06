import type { ElectronApplication, Frame, Locator } from '@playwright/test'
import { clipboardText } from './clipboard'
import type { MainWindow } from './main-window'
import { expect, settingsFor, test } from './rivulet-app'
import { watchCancelled } from './watch-harm'

const flowchart = `flowchart TD
  A[Start] --> B{Is it right?}
  B -- Yes --> C[Go on]
  B -- No --> A`

const sequence = `sequenceDiagram
  accTitle: How Alice greets
  Alice->>Bob: Hello
  Bob-->>Alice: Hi`

const broken = `flowchart TD
  A -->
  [[[`

test('diagrams are shown as pictures, with their source one click away', async ({
  launchAndAsk,
}) => {
  const { main, electron } = await launchAndAsk(
    `Two:\n\n${fence(flowchart)}\n\n${fence(sequence)}\n\nDone.`,
  )
  const first = picture(main, 'Diagram: flowchart TD')
  await expect(first).toBeVisible()
  await expect(picture(main, 'Diagram: How Alice greets')).toBeVisible()
  expect(await first.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(50)
  expect(await svgOf(first)).toContain('right?')

  const figure = main.answerText.getByRole('figure', { name: 'Diagram' }).first()
  await figure.getByRole('button', { name: 'Copy code' }).click()
  await expect.poll(async () => (await clipboardText(electron)).trimEnd()).toBe(flowchart)
  await figure.getByRole('button', { name: 'Show source' }).click()
  await expect(first).toBeHidden()
  await expect(figure).toContainText('B -- No --> A')
  await figure.getByRole('button', { name: 'Show diagram' }).click()
  await expect(first).toBeVisible()
})

test('a diagram follows the theme', async ({ launchAndAsk }) => {
  const { main } = await launchAndAsk(fence(flowchart), { theme: 'light' })
  const image = picture(main, 'Diagram: flowchart TD')
  await expect(image).toBeVisible()
  const light = await svgOf(image)
  await main.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'))
  await expect.poll(() => svgOf(image)).not.toBe(light)
  await main.page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'))
  await expect.poll(() => svgOf(image)).toBe(light)
})

test('a broken diagram shows its source and the reason', async ({ launchAndAsk }) => {
  const { main } = await launchAndAsk(`${fence(broken)}\n\n${fence('hello world')}`)
  await expect(main.answerText).toContainText(/Mermaid cannot read this diagram: .* near line \d\./)
  await expect(main.answerText).toContainText('[[[')
  await expect(main.answerText).toContainText('Mermaid knows no kind of diagram that begins')
  await expect(main.answerText).toContainText('hello world')
  await expect(main.answerText.getByRole('img', { name: /^Diagram/ })).toHaveCount(0)
})

test('a hostile diagram does nothing', async ({ launch, modelServer }) => {
  const evil = modelServer.origin
  const hostile = [
    `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%
flowchart TD
  A["<img src='${evil}/a.png' onerror='parent.hacked=1;top.hacked=1'>"] --> B["<script>top.hacked=1</script>"]
  click A href "javascript:top.hacked=1"
  click B call hack()`,
    `%%{init: {"themeCSS": "@import url(${evil}/b.css); * { background: url(${evil}/c.png) }", "fontFamily": "x; } @font-face { font-family: x; src: url(${evil}/d.woff2) } y {"}}%%
flowchart TD
  A --> B
  style A fill:url(${evil}/e.png),background:url(${evil}/f.png)
  classDef bad fill:url(${evil}/g.svg#x)
  class B bad`,
    `flowchart TD
  A@{ img: "${evil}/h.png", label: "Picture", w: 60, h: 60 }
  B --> A`,
    `sequenceDiagram
  participant A as <iframe src=${evil}/i></iframe>
  A->>B: <svg onload=top.hacked=1>
  link A: Go @ javascript:top.hacked=1`,
    `classDiagram
  class A
  click A href "${evil}/j" "tip"
  callback A "hack" "tip"`,
  ]
  modelServer.respondWithText([`${hostile.map(fence).join('\n\n')}\n\n${fence('pie\n "a" : 1')}`])
  const { main, electron } = await launch(settingsFor(modelServer))
  const cancelled = await watchCancelled(electron)
  await main.ask('Draw')
  await expect(picture(main, 'Diagram: pie')).toBeVisible()
  for (const image of await main.answerText.getByRole('img', { name: /^Diagram/ }).all()) {
    await image.click()
  }
  // The pictures carry nothing that could run, even where they were shown as a document.
  const addresses = await main.answerText
    .getByRole('img', { name: /^Diagram/ })
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).src))
  for (const address of addresses) {
    expect(decodeURIComponent(address)).not.toMatch(
      /<(?:script|iframe|img)|<[^>]+\son\w+=|href="(?!#)/i,
    )
  }
  expect(await main.page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(main.page.url()).toBe('rivulet://app/index.html')
  expect(await cancelled()).toEqual([])
  expect(modelServer.requests).toHaveLength(1)
  expect(modelServer.accepted).toBe(1)
})

test('the frame that draws has no origin, no bridge, no network and no way out', async ({
  launchAndAsk,
  modelServer,
}) => {
  const { main, electron } = await launchAndAsk(fence(flowchart))
  await expect(picture(main, 'Diagram: flowchart TD')).toBeVisible()
  const frame = frameOf(main)
  const found = await frame.evaluate(async (url) => {
    const outcome = async (attempt: () => unknown): Promise<string> => {
      try {
        await attempt()
        return 'done'
      } catch {
        return 'refused'
      }
    }
    const loads = (element: HTMLElement & { src: string }, src: string) =>
      new Promise((resolve, reject) => {
        element.onload = resolve
        element.onerror = reject
        element.src = src
        document.body.append(element)
      })
    const outcomes = {
      fetch: await outcome(() => fetch(url)),
      ownFile: await outcome(() => fetch('rivulet://app/index.html')),
      image: await outcome(() => loads(document.createElement('img'), url)),
      ownImage: await outcome(() => loads(document.createElement('img'), 'rivulet://app/x.png')),
      script: await outcome(() => loads(document.createElement('script'), `${url}/x.js`)),
      module: await outcome(() => import(/* @vite-ignore */ `${url}/x.js`)),
      eval: await outcome(() => new Function('return 1')()),
      storage: await outcome(() => localStorage.length),
      parent: await outcome(() => window.parent.document),
      top: await outcome(() => {
        if (window.top !== null) window.top.location.href = 'https://example.com/'
      }),
      // Silent where it is refused.
      opened: window.open('https://example.com/') === null ? 'refused' : 'done',
    }
    return { origin: window.origin, bridge: typeof Reflect.get(window, 'rivulet'), outcomes }
  }, modelServer.origin)
  expect(found.origin).toBe('null')
  expect(found.bridge).toBe('undefined')
  expect(new Set(Object.values(found.outcomes))).toEqual(new Set(['refused']))

  expect(await processOfDiagrams(electron)).toBeGreaterThan(0)

  // The policy would let it go there, main does not: it goes on drawing where it is.
  await frame.evaluate(() => {
    Reflect.set(window, 'stayed', true)
    location.href = 'rivulet://diagrams/diagram.html?elsewhere'
  })
  modelServer.respondWithText([fence(sequence)])
  await main.ask('Draw again')
  await expect(picture(main, 'Diagram: How Alice greets')).toBeVisible()
  expect(await frame.evaluate(() => [location.href, Reflect.get(window, 'stayed')])).toEqual([
    'rivulet://diagrams/diagram.html',
    true,
  ])

  const cancelled = await watchCancelled(electron)
  await frame.evaluate(() => {
    location.href = 'https://example.com/'
  })
  await expect.poll(() => frame.url()).not.toBe('rivulet://diagrams/diagram.html')
  expect(main.page.url()).toBe('rivulet://app/index.html')
  expect(await cancelled()).toEqual([])
  expect(modelServer.requests).toHaveLength(2)
})

test('a page of ours shows no other frame', async ({ launch }) => {
  const { main } = await launch()
  const blocked = await main.page.evaluate(async () => {
    const refusal = (address: string) =>
      new Promise<string>((resolve) => {
        const frame = document.createElement('iframe')
        document.addEventListener(
          'securitypolicyviolation',
          ({ effectiveDirective }) => resolve(effectiveDirective),
          { once: true },
        )
        frame.src = address
        document.body.append(frame)
      })
    return [
      await refusal('rivulet://app/index.html'),
      await refusal('https://example.com/'),
      await refusal('data:text/html,hello'),
    ]
  })
  expect(blocked).toEqual(['frame-src', 'frame-src', 'frame-src'])
})

test('a diagram that never ends is given up, and holds up neither the window nor the next', async ({
  launchAndAsk,
  modelServer,
}) => {
  const { main, electron } = await launchAndAsk(fence(flowchart))
  await expect(picture(main, 'Diagram: flowchart TD')).toBeVisible()
  const stuck = frameOf(main)
  const stuckProcess = await processOfDiagrams(electron)
  // It never answers: the frame goes away under it.
  void stuck
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {})
  modelServer.respondWithText([`${fence('pie\n "a" : 1')}\n\n${fence(sequence)}`])
  await main.ask('Draw again')
  await expect(main.status).toContainText('Complete')
  await expect(picture(main, 'Diagram: How Alice greets')).toBeVisible({ timeout: 30_000 })
  await expect(main.answerText).toContainText('longer than 10 seconds')
  expect(await processOfDiagrams(electron)).not.toBe(stuckProcess)
  const isRunning = () =>
    electron.evaluate(
      ({ app }, id) => app.getAppMetrics().some(({ pid }) => pid === id),
      stuckProcess,
    )
  await expect.poll(isRunning, { timeout: 20_000 }).toBe(false)
})

test('formulas are drawn, are copied as they are written, and nothing of a broken one is lost', async ({
  launchAndAsk,
}) => {
  const { main, electron } = await launchAndAsk(
    'The sum $x^2 + \\frac{a}{b}$ is here.\n\n$$\n\\int_0^1 x\\,dx\n$$\n\nBroken: $\\unheardof{x}$ it is.',
  )
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText.locator('.katex')).toHaveCount(2)
  await expect(main.answerText.locator('math')).toHaveCount(2)
  const drawnInItsFace = await main.answerText
    .locator('.katex .mathnormal')
    .first()
    .evaluate((glyph) => getComputedStyle(glyph).fontFamily)
  expect(drawnInItsFace).toContain('KaTeX_Math')

  const source = main.answerText.getByText('$\\unheardof{x}$')
  await expect(source).toHaveAttribute('title', /^Not a formula KaTeX knows: .*\\unheardof/)

  await main.answerText.evaluate((answer) => getSelection()?.selectAllChildren(answer))
  await main.page.keyboard.press('ControlOrMeta+C')
  await expect
    .poll(() => clipboardText(electron))
    .toMatch(
      /^The sum \$x\^2 \+ \\frac\{a\}\{b\}\$ is here\.\n+\$\$\n?\\int_0\^1 x\\,dx\n?\$\$\n+Broken: \$\\unheardof\{x\}\$ it is\.\s*$/,
    )
})

test('the same formula is drawn wherever it stands', async ({ launchAndAsk }) => {
  const { main } = await launchAndAsk('Here $x^2$, there $x^2$.\n\nAnd $x^2$ again.')
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText.locator('.katex-html')).toHaveText(['x2', 'x2', 'x2'])
})

test('a very long formula is drawn, and read to whoever does not see it', async ({
  launchAndAsk,
}) => {
  const tex = Array.from({ length: 120 }, (_, index) => `a_{${index}}`).join(' + ')
  const { main } = await launchAndAsk(`It is\n\n$$\n${tex}\n$$\n\nin the end.`)
  await expect(main.answerText.locator('.katex-html')).toContainText('119')
  await expect(main.answerText.getByRole('math', { name: tex })).toBeVisible()
})

test('a formula in a sentence that does not fit can be scrolled, and no longer where it fits', async ({
  launchAndAsk,
}) => {
  // Between parentheses of that kind KaTeX breaks no line.
  const terms = Array.from({ length: 14 }, (_, index) => `a_{${index}}`)
  const tex = `\\left(${terms.join(' + ')}\\right)`
  const { main, electron } = await launchAndAsk(`It is $${tex}$ in the end.`)
  const place = main.answerText.locator('.formula-place')
  const resize = (width: number) =>
    electron.evaluate(({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size, 700)
    }, width)
  await resize(1100)
  await expect(main.answerText.locator('.katex')).toHaveCount(1)
  await expect(place).not.toHaveAttribute('tabindex')
  await resize(480)
  await expect(place).toHaveAttribute('tabindex', '0')
  await place.focus()
  await main.page.keyboard.press('ArrowRight')
  await expect.poll(() => place.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  await resize(1100)
  await expect(place).not.toHaveAttribute('tabindex')
})

test('what only hangs over in a formula in a sentence is shown, and nothing scrolls', async ({
  launchAndAsk,
}) => {
  const limits = '\\mathclap{1\\le i\\le j\\le k\\le n\\le m}'
  const tex = `x = \\displaystyle\\sum_{${limits}} 1`
  const { main } = await launchAndAsk(
    `The sum $${tex}$ has room.\n\n| Sum |\n| --- |\n| $${tex}$ |\n\nDone.`,
  )
  await expect(main.status).toContainText('Complete')
  await expect(main.answerText.locator('.katex')).toHaveCount(2)
  for (const place of await main.answerText.locator('.formula-place').all()) {
    expect(
      await place.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBeGreaterThan(4)
    await expect(place).toHaveCSS('overflow', 'visible')
  }
})

test('a diagram that is higher than the window scrolls in its place, also by keyboard', async ({
  launchAndAsk,
}) => {
  const steps = Array.from({ length: 60 }, (_, index) => `  S${index} --> S${index + 1}`)
  const { main } = await launchAndAsk(fence(`flowchart TD\n${steps.join('\n')}`))
  const image = picture(main, 'Diagram: flowchart TD')
  await expect(image).toBeVisible()
  const place = main.answerText.locator('.diagram-picture')
  const { height, window } = await place.evaluate((element) => ({
    height: element.clientHeight,
    window: innerHeight,
  }))
  expect(height).toBeLessThan(Math.max(322, window * 0.8))
  expect(height).toBeGreaterThanOrEqual(318)
  await place.focus()
  await main.page.keyboard.press('End')
  await expect
    .poll(() => place.evaluate((element) => element.scrollHeight - element.scrollTop))
    .toBeLessThanOrEqual(height + 1)
})

test('a diagram with a picture from elsewhere says that such are not loaded', async ({
  launchAndAsk,
}) => {
  const { main } = await launchAndAsk(
    fence('flowchart TD\n  A@{ img: "https://example.com/a.png", label: "Logo", w: 60, h: 60 }'),
  )
  await expect(main.answerText).toContainText('pictures from elsewhere')
  await expect(main.answerText).toContainText('Logo')
})

function fence(source: string): string {
  return `\`\`\`mermaid\n${source}\n\`\`\``
}

function picture(main: MainWindow, name: string): Locator {
  return main.answerText.getByRole('img', { name, exact: true })
}

async function svgOf(image: Locator): Promise<string> {
  return decodeURIComponent((await image.getAttribute('src')) ?? '')
}

function frameOf(main: MainWindow): Frame {
  const frame = main.page.frames().find((each) => each.url() === 'rivulet://diagrams/diagram.html')
  if (frame === undefined) throw new Error('There is no frame for diagrams')
  return frame
}

/** The process that draws diagrams for the main window; it is not the window's own. */
async function processOfDiagrams(electron: ElectronApplication): Promise<number> {
  const [ofWindow, ofFrame, ...more] = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter(({ webContents }) => webContents.getURL() === 'rivulet://app/index.html')
      .flatMap(({ webContents }) => webContents.mainFrame.framesInSubtree)
      .map(({ osProcessId }) => osProcessId),
  )
  expect(more).toEqual([])
  expect(ofFrame).not.toBe(ofWindow)
  return ofFrame ?? Number.NaN
}
