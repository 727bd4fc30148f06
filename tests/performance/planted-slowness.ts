import type { JSHandle } from '@playwright/test'
import type { BrowserWindow } from 'electron'

/**
 * The defect: every push repeats the text so far and goes out event by event, and main is busy most of
 * the time. Planted over the probe, which sees what it does.
 */
export function plantSlowness(window: JSHandle<BrowserWindow>): Promise<void> {
  // Runs in main: nothing from outside of this function is there.
  return window.evaluate(({ webContents }) => {
    const soFar = new Map<unknown, string>()
    const send = webContents.send
    webContents.send = (name: string, ...parameters: unknown[]) => {
      if (name !== 'answers.events') {
        send(name, ...parameters)
        return
      }
      const packed = parameters[0] as readonly unknown[]
      let at = 0
      for (let index = 0; index < packed.length; index += 4) {
        const isNew = typeof packed[index] === 'string'
        const names = isNew ? [packed[index], packed[index + 1]] : [packed[index]]
        if (isNew) index += 1
        const [sequence, after, packedContent] = packed.slice(index + 1, index + 4)
        const content =
          packedContent instanceof Uint8Array
            ? Buffer.from(packedContent).toString()
            : packedContent
        at += after as number
        const handle = packed[index]
        const text = (soFar.get(handle) ?? '') + (typeof content === 'string' ? content : '')
        soFar.set(handle, text.slice(-300))
        send(name, [...names, sequence, at, typeof content === 'string' ? text : content])
      }
    }
    setInterval(() => {
      const end = Date.now() + 30
      while (Date.now() < end);
    }, 100)
  })
}
