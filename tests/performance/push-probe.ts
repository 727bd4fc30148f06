import type { JSHandle } from '@playwright/test'
import type { BrowserWindow } from 'electron'

/** What went to the main window between the start and the end of the streams. */
export interface PushRecord {
  /** When each push was sent, any channel; see `monotonic`. */
  readonly pushes: readonly number[]
  /** Answers by what they begin with: the text that had been pushed after each push of theirs. */
  readonly answers: readonly PushedAnswer[]
  /** Size of the payloads of `answers.events`, as `v8.serialize` writes them. */
  readonly payloadBytes: number
  /** UTF-8 bytes of the text inside of them. */
  readonly textBytes: number
  readonly loopDelay: LoopDelay
}

export interface PushedAnswer {
  readonly beginning: string
  /** UTF-16 units of text up to the end of a push, and when it was sent. */
  readonly pushed: readonly { readonly at: number; readonly end: number }[]
}

/** Of main's event loop, in milliseconds, as `monitorEventLoopDelay` samples it every millisecond. */
export interface LoopDelay {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface Probe {
  /** How many answers have been told to be over. */
  readonly ends: () => number
  /** Ends the measurement. */
  readonly read: () => PushRecord
}

/** Sees, from inside of main, everything that is sent to the window. Nothing in the app knows of it. */
export function installProbe(window: JSHandle<BrowserWindow>): Promise<JSHandle<Probe>> {
  // Runs in main: nothing from outside of this function is there.
  return window.evaluateHandle(({ webContents }): Probe => {
    interface Push {
      readonly at: number
      readonly name: string
      readonly payload: unknown
      readonly events: readonly Event[]
    }
    interface Event {
      readonly answerId: string
      readonly event: { readonly type: string; readonly text?: string }
    }
    // As `createEventUnpacker` does it.
    const answerIds = new Map<number, string>()
    const unpack = (packed: readonly unknown[]): readonly Event[] => {
      const events: Event[] = []
      for (let index = 0; index < packed.length; index += 4) {
        const first = packed[index]
        if (typeof first === 'string') {
          answerIds.set(packed[index + 1] as number, first)
          index += 1
        }
        const packedContent = packed[index + 3] as string | Uint8Array | Event['event']
        const content =
          packedContent instanceof Uint8Array
            ? Buffer.from(packedContent).toString()
            : packedContent
        events.push({
          answerId: answerIds.get(packed[index] as number) ?? '',
          event: typeof content === 'string' ? { type: 'text-delta', text: content } : content,
        })
      }
      return events
    }
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const { serialize } = process.getBuiltinModule('node:v8')
    const pushes: Push[] = []
    let ends = 0
    const send = webContents.send.bind(webContents)
    webContents.send = (name: string, ...parameters: unknown[]) => {
      send(name, ...parameters)
      const [payload] = parameters
      const events = name === 'answers.events' ? unpack(payload as readonly unknown[]) : []
      pushes.push({ at: Number(process.hrtime.bigint()) / 1e6, name, payload, events })
      for (const { event } of events) {
        if (event.type === 'answer-completed') ends += 1
      }
    }
    const delays = monitorEventLoopDelay({ resolution: 1 })
    delays.enable()

    return {
      ends: () => ends,
      read() {
        delays.disable()
        webContents.send = send
        const withText = pushes
          .filter(({ name }) => name === 'answers.events')
          .map(({ at, payload, events }) => {
            return { at, payload, texts: events.filter(({ event }) => event.type === 'text-delta') }
          })
        const streaming = withText.filter(({ texts }) => texts.length > 0)
        const begin = streaming[0]?.at ?? 0
        const over = streaming.at(-1)?.at ?? 0
        const answers = new Map<
          string,
          { beginning: string; pushed: { at: number; end: number }[] }
        >()
        let textBytes = 0
        let payloadBytes = 0
        for (const { at, payload, texts } of withText) {
          if (at >= begin) payloadBytes += serialize(payload).length
          for (const { answerId, event } of texts) {
            const text = event.text ?? ''
            textBytes += Buffer.byteLength(text)
            const answer = answers.get(answerId) ?? { beginning: '', pushed: [] }
            answers.set(answerId, answer)
            if (answer.beginning.length < 100) answer.beginning += text
            answer.pushed.push({ at, end: (answer.pushed.at(-1)?.end ?? 0) + text.length })
          }
        }
        return {
          pushes: pushes.filter(({ at }) => at >= begin && at <= over).map(({ at }) => at),
          answers: [...answers.values()],
          payloadBytes,
          textBytes,
          loopDelay: {
            p50: delays.percentile(50) / 1e6,
            p99: delays.percentile(99) / 1e6,
            max: delays.max / 1e6,
          },
        }
      },
    }
  })
}
