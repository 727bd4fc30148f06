import { describe, expect, test } from 'vitest'
import { createHandbookProvider } from '../../../src/main/providers/handbook-provider'
import type { ProviderEvent } from '../../../src/main/providers/provider'
import { waitWith } from '../../../src/main/providers/surroundings'

const answer = 'Press **Ctrl+N**. It opens a new conversation — 🌊.\n\nThat is all.'

function ask(wait: (milliseconds: number, signal: AbortSignal) => Promise<void>) {
  const abort = new AbortController()
  const provider = createHandbookProvider((question) => `${question}\n\n${answer}`, wait)
  const request = {
    modelId: 'handbook',
    systemPrompt: '',
    temperature: null,
    streaming: true,
    partial: '',
    cursor: null,
    messages: [
      { role: 'user', text: 'First?' },
      { role: 'assistant', text: 'First.' },
      { role: 'user', text: 'How?' },
    ],
  } as const
  return { abort, events: provider.stream(request, abort.signal) }
}

describe('The Handbook', () => {
  test('streams the answer to the last question in pieces, with a pause after each', async () => {
    const waits: number[] = []
    const { events } = ask(async (milliseconds) => void waits.push(milliseconds))
    const received: ProviderEvent[] = []
    for await (const event of events) received.push(event)
    const pieces = received.flatMap((event) => (event.type === 'text' ? [event.text] : []))
    expect(received[0]).toEqual({ type: 'opened' })
    expect(received.at(-1)).toEqual({ type: 'completed', finishReason: 'stop' })
    expect(pieces.join('')).toBe(`How?\n\n${answer}`)
    expect(pieces.length).toBeGreaterThan(5)
    expect(waits).toHaveLength(pieces.length)
  })

  test('ends at once when it is stopped in a pause', async () => {
    const { abort, events } = ask(
      (_, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    )
    const received: ProviderEvent[] = []
    const receiving = (async () => {
      for await (const event of events) received.push(event)
    })()
    while (received.length < 2) await Promise.resolve()
    abort.abort()
    await receiving
    expect(received.map(({ type }) => type)).toEqual(['opened', 'text', 'aborted'])
  })

  test('that was stopped before says nothing', async () => {
    const { abort, events } = ask(async () => {})
    abort.abort()
    const received: ProviderEvent[] = []
    for await (const event of events) received.push(event)
    expect(received.map(({ type }) => type)).toEqual(['aborted'])
  })
})

describe('A wait', () => {
  function timers() {
    const running = new Map<number, () => void>()
    const wait = waitWith((milliseconds, callback) => {
      running.set(milliseconds, callback)
      return () => running.delete(milliseconds)
    })
    return { running, wait }
  }

  test('ends with its timer', async () => {
    const { running, wait } = timers()
    const waited = wait(5, new AbortController().signal)
    running.get(5)?.()
    await waited
    expect(running.size).toBe(0)
  })

  test('ends with its signal, and leaves no timer', async () => {
    const { running, wait } = timers()
    const abort = new AbortController()
    const waited = wait(5, abort.signal)
    abort.abort()
    await waited
    expect(running.size).toBe(0)
    await wait(6, abort.signal)
    expect(running.size).toBe(0)
  })
})
