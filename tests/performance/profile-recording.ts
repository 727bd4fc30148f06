import { writeFile } from 'node:fs/promises'

/** What is recorded while something runs, and the file that it goes to. */
export interface Recording {
  /** Which function ran, sampled every 0.2 ms; or the events of the browser's own trace. */
  readonly kind: 'cpu-profile' | 'trace'
  /** The browser's developer tools open it. */
  readonly file: string
}

const categories = ['devtools.timeline', 'v8', '__metadata']

/** Both slow down what they watch: the shares are right, the times are not. */
export async function record<Value>(
  devtools: Electron.Debugger,
  { kind, file }: Recording,
  run: () => Promise<Value>,
): Promise<Value> {
  const watched = kind === 'trace' ? withTrace : withProfile
  const { value, recorded } = await watched(devtools, run)
  await writeFile(file, JSON.stringify(recorded))
  return value
}

async function withProfile<Value>(devtools: Electron.Debugger, run: () => Promise<Value>) {
  await devtools.sendCommand('Profiler.enable')
  await devtools.sendCommand('Profiler.setSamplingInterval', { interval: 200 })
  await devtools.sendCommand('Profiler.start')
  const value = await run()
  const { profile } = await devtools.sendCommand('Profiler.stop')
  return { value, recorded: profile }
}

async function withTrace<Value>(devtools: Electron.Debugger, run: () => Promise<Value>) {
  const events: unknown[] = []
  const completed = new Promise<void>((resolve) => {
    devtools.on('message', (_event, method, parameters) => {
      if (method === 'Tracing.dataCollected') events.push(...parameters.value)
      if (method === 'Tracing.tracingComplete') resolve()
    })
  })
  await devtools.sendCommand('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  const value = await run()
  await devtools.sendCommand('Tracing.end')
  await completed
  return { value, recorded: { traceEvents: events } }
}
