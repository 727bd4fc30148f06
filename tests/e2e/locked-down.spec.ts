import { expect, test } from './rivulet-app'

test('the renderer is sandboxed, isolated and served from our own origin', async ({ launch }) => {
  const { main, electron } = await launch()
  expect(main.page.url()).toBe('rivulet://app/index.html')
  const preferences = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const contents = window.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      const { sandbox, contextIsolation, nodeIntegration, webviewTag } =
        contents.getLastWebPreferences()
      return { sandbox, contextIsolation, nodeIntegration, webviewTag }
    }),
  )
  expect(preferences.length).toBeGreaterThan(0)
  for (const each of preferences) {
    expect(each).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    })
  }
  expect(await main.page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe(
    'undefined',
  )
})

test('the bridge is frozen and has no way to read a key', async ({ launch }) => {
  const { main } = await launch()
  const bridge = await main.page.evaluate(() => {
    const { rivulet } = window as unknown as { rivulet: Record<string, object> }
    const operations = Object.entries(rivulet).flatMap(([noun, verbs]) =>
      typeof verbs === 'object' ? Object.keys(verbs).map((verb) => `${noun}.${verb}`) : [noun],
    )
    return {
      operations,
      frozen: Object.isFrozen(rivulet) && Object.values(rivulet).every(Object.isFrozen),
    }
  })
  expect(bridge.frozen).toBe(true)
  expect(bridge.operations.filter((name) => name.startsWith('keys.')).sort()).toEqual([
    'keys.clear',
    'keys.set',
    'keys.status',
  ])
})

test('the renderer has no network', async ({ launch, modelServer }) => {
  const { main, electron } = await launch()
  const address = modelServer.baseUrl
  const outcomes = await main.page.evaluate(async (url) => {
    const outcome = async (attempt: () => Promise<unknown>): Promise<string> => {
      try {
        await attempt()
        return 'reached'
      } catch {
        return 'refused'
      }
    }
    const loads = (element: HTMLElement & { src: string }) =>
      new Promise((resolve, reject) => {
        element.onload = resolve
        element.onerror = reject
        element.src = url
        document.body.append(element)
      })
    return {
      fetch: await outcome(() => fetch(url)),
      image: await outcome(() => loads(document.createElement('img'))),
      socket: await outcome(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket(url.replace('http', 'ws'))
            socket.onopen = resolve
            socket.onerror = reject
          }),
      ),
      // It asks neither the content policy nor the session's handlers.
      webRtc: await outcome(async () => {
        const { hostname, port } = new URL(url)
        const peer = new RTCPeerConnection({
          iceServers: [
            { urls: `turn:${hostname}:${port}?transport=tcp`, username: 'x', credential: 'x' },
          ],
        })
        peer.createDataChannel('x')
        const gathered = new Promise((resolve, reject) => {
          peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && reject()
          peer.onicecandidate = ({ candidate }) => candidate?.type === 'relay' && resolve(null)
        })
        await peer.setLocalDescription(await peer.createOffer())
        await gathered
      }),
      beacon: navigator.sendBeacon(url) ? 'queued' : 'refused',
    }
  }, address)
  expect(outcomes).toMatchObject({
    fetch: 'refused',
    image: 'refused',
    socket: 'refused',
    webRtc: 'refused',
  })
  // Should the content policy ever fail, the session still cancels what leaves.
  const session = await electron.evaluate(async ({ session }, url) => {
    try {
      await session.defaultSession.fetch(url)
      return 'reached'
    } catch {
      return 'refused'
    }
  }, address)
  expect(session).toBe('refused')
  expect(modelServer.requests).toEqual([])
  expect(modelServer.accepted).toBe(0)
})

test('nothing navigates, opens a window, or gets a permission', async ({ launch }) => {
  const { main, electron } = await launch()
  const windows = await electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
  )
  await main.page.evaluate(() => {
    window.open('https://example.com/')
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    document.body.append(link)
    link.click()
    window.location.href = 'https://example.com/'
  })
  const permission = await main.page.evaluate(() =>
    navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
  )
  expect(permission).toBe('denied')
  expect(main.page.url()).toBe('rivulet://app/index.html')
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
    windows,
  )
})

test('every page carries the content policy', async ({ launch }) => {
  const { main, quickAsk } = await launch()
  for (const page of [main.page, await quickAsk()]) {
    const violated = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
            resolve(effectiveDirective),
          )
          const style = document.createElement('style')
          style.textContent = 'body { color: red }'
          document.head.append(style)
        }),
    )
    expect(violated).toBe('style-src-elem')
  }
})
