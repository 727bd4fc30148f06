import { join } from 'node:path'
import { app, BrowserWindow, session } from 'electron'
import { webPreferences } from '../../src/main/desktop/web-preferences'
import { appOrigin } from '../../src/main/security/app-address'
import { declareAppScheme, serveApp } from '../../src/main/security/app-protocol'
import type { Cost, PageResult, PaintingResult } from './painting-job'
import type { PaintingOrder, PaintingReply } from './painting-order'
import { record } from './profile-recording'

/**
 * An Electron app of its own that does one order after the other, each in a new window of a new
 * process: nothing that an earlier one has loaded, compiled or kept is there.
 */
declareAppScheme()
app.on('window-all-closed', () => {})
process.on('disconnect', () => app.exit(0))
process.on('message', (order: PaintingOrder) => {
  void carryOut(order).then(
    (reply) => process.send?.(reply),
    (error: unknown) => process.send?.({ kind: 'failed', reason: String(error) }),
  )
})
void app.whenReady().then(() => process.send?.({ kind: 'ready' }))

let opened = 0

async function carryOut(order: PaintingOrder): Promise<PaintingReply> {
  opened += 1
  const own = session.fromPartition(`painting-${opened}`)
  serveApp(own, join(import.meta.dirname, 'page'))
  const window = new BrowserWindow({
    width: 1000,
    height: 820,
    useContentSize: true,
    frame: false,
    webPreferences: { ...webPreferences, session: own },
  })
  let complain = (_reason: string): void => {}
  const trouble = new Promise<PaintingReply>((resolve) => {
    complain = (reason) => resolve({ kind: 'failed', reason })
  })
  window.webContents.on('console-message', (_event, level, message) => {
    if (level >= 2) console.error(`In the page: ${message.slice(0, 500)}`)
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => complain(reason))
  const limit = setTimeout(() => complain(`not ended within ${order.limit / 1000} s`), order.limit)
  try {
    return await Promise.race([measure(window, order), trouble])
  } finally {
    clearTimeout(limit)
    window.destroy()
  }
}

async function measure(window: BrowserWindow, order: PaintingOrder): Promise<PaintingReply> {
  const { webContents } = window
  await webContents.loadURL(`${appOrigin}/index.html`)
  await webContents.executeJavaScript(`paintingBench.prepare(${JSON.stringify(order.job)})`)
  // Where no text is: what moves under a pointer costs events that the floor has no listeners for.
  webContents.sendInputEvent({ type: 'mouseMove', x: 2, y: 2 })
  const { debugger: devtools } = webContents
  devtools.attach('1.3')
  await devtools.sendCommand('Performance.enable', { timeDomain: 'threadTicks' })
  await devtools.sendCommand('HeapProfiler.collectGarbage')
  await new Promise((resolve) => setTimeout(resolve, 250))

  const run = (): Promise<PageResult> => webContents.executeJavaScript('paintingBench.run()')
  const before = await readMetrics(devtools)
  const found =
    order.recording === null ? await run() : await record(devtools, order.recording, run)
  const after = await readMetrics(devtools)
  await devtools.sendCommand('HeapProfiler.collectGarbage')
  const { JSHeapUsedSize: heap = Number.NaN } = await readMetrics(devtools)
  const spent = (name: string): number =>
    ((after[name] ?? Number.NaN) - (before[name] ?? Number.NaN)) * 1000
  const cost: Cost = {
    task: spent('TaskDuration'),
    script: spent('ScriptDuration'),
    layout: spent('LayoutDuration'),
    style: spent('RecalcStyleDuration'),
    heap,
  }
  const result: PaintingResult = { ...found, ...cost }
  return { kind: 'result', result }
}

async function readMetrics(devtools: Electron.Debugger): Promise<Readonly<Record<string, number>>> {
  const { metrics } = (await devtools.sendCommand('Performance.getMetrics')) as {
    readonly metrics: readonly { readonly name: string; readonly value: number }[]
  }
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
}
