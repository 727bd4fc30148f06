import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { ModelReference } from '../../shared/providers/provider'
import { type AnswerEnd, isEnd, type NumberedEvent } from '../../shared/stream/stream-event'
import { push } from '../ipc/push'
import type { CommandLine } from './command-line'

export interface Demonstration {
  /** Is told of every event that goes to a window. */
  readonly observe: (events: readonly NumberedEvent[]) => void
  /**
   * Asks in the window and waits for the end.
   * @returns the exit code, or null when the window is to stay
   */
  readonly run: (window: BrowserWindow, model: ModelReference) => Promise<number | null>
}

/**
 * Asks the command line's question in the main window, the way a user does, and writes the answer to
 * standard output as it streams. With a place for a screenshot, that is all the app was started for.
 */
export function createDemonstration(
  { ask, screenshot }: CommandLine,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Demonstration {
  let resolveEnd = (_end: AnswerEnd): void => {}
  const ended = new Promise<AnswerEnd>((resolve) => {
    resolveEnd = resolve
  })
  return {
    observe(events) {
      for (const { event } of events) {
        if (event.type === 'text-delta') write(event.text)
        if (event.type === 'answer-failed') write(`\n${event.failure.message}`)
        if (isEnd(event)) resolveEnd(event)
      }
    },
    async run(window, model) {
      push(window.webContents, 'window.ask', { text: ask ?? '', model })
      const end = await ended
      write('\n')
      if (screenshot === null) return null
      await saveScreenshot(window, screenshot)
      return end.type === 'answer-completed' ? 0 : 1
    },
  }
}

async function saveScreenshot(window: BrowserWindow, file: string): Promise<void> {
  // Two frames: one in which the page learns of the end, one in which it is painted.
  await window.webContents.executeJavaScript(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))',
  )
  const image = await window.webContents.capturePage()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, image.toPNG())
}
