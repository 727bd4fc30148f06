import type { JSHandle } from '@playwright/test'
import type { BrowserWindow } from 'electron'

/**
 * The defect: every push repeats the text so far and goes out event by event, and main is busy most of
 * the time. Planted over the probe, which sees what it does.
 */
export function plantSlowness(window: JSHandle<BrowserWindow>): Promise<void> {
  // Runs in main: nothing from outside of this function is there.
  return window.evaluate(({ webContents }) => {
    interface Event {
      readonly answerId: string
      readonly event: { readonly type: string; readonly text?: string }
    }
    const soFar = new Map<string, string>()
    const send = webContents.send
    webContents.send = (name: string, ...parameters: unknown[]) => {
      if (name !== 'answers.events') {
        send(name, ...parameters)
        return
      }
      for (const each of parameters[0] as readonly Event[]) {
        const text = (soFar.get(each.answerId) ?? '') + (each.event.text ?? '')
        soFar.set(each.answerId, text.slice(-2_000))
        const event = each.event.type === 'text-delta' ? { ...each.event, text } : each.event
        send(name, [{ ...each, event }])
      }
    }
    setInterval(() => {
      const end = Date.now() + 40
      while (Date.now() < end);
    }, 60)
  })
}
