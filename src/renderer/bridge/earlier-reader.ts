import type { Conversation, Message, MessagePage } from '../../shared/conversation/conversation'
import { withEarlier } from './merge-snapshot'

export interface EarlierReader {
  /** Reads what is not here yet, page by page, while the window has nothing better to do. */
  readonly begin: (conversationId: string) => void
  /** Reads it at once. Resolves when everything is here, or a page could not be read. */
  readonly finish: (conversationId: string) => Promise<void>
}

interface Dependencies {
  readonly read: (conversationId: string) => Conversation | undefined
  /** Null when it could not be read. */
  readonly request: (conversationId: string, before: number) => Promise<MessagePage | null>
  readonly put: (conversation: Conversation) => void
  readonly whenIdle: (run: () => void) => void
}

interface Reading {
  /** Ends the wait for an idle moment, now and from now on. */
  hurry: () => void
  isUrgent: boolean
  readonly done: Promise<void>
}

/** Everything that follows goes through all messages that are shown: pages are shown in heaps. */
const smallestHeap = 400

/** Brings the earlier messages of conversations of which only the end was read. */
export function createEarlierReader({ read, request, put, whenIdle }: Dependencies): EarlierReader {
  const readings = new Map<string, Reading>()

  async function readAll(conversationId: string, reading: Omit<Reading, 'done'>): Promise<void> {
    let heap: readonly Message[] = []
    /** The end of the heap, and its beginning. */
    let end: number | undefined
    let next: number | null = null
    for (;;) {
      const earlier = read(conversationId)?.earlier
      if (earlier === undefined) return
      // At first, and when it was read again from its end meanwhile.
      if (earlier.before !== end) {
        heap = []
        end = earlier.before
        next = end
      }
      if (!reading.isUrgent) await idle(reading)
      const page = await request(conversationId, next ?? end)
      if (page === null) return
      const present = read(conversationId)
      if (present?.earlier?.before !== end) continue
      heap = [...page.messages, ...heap]
      next = page.before
      const isEnough = heap.length >= Math.max(smallestHeap, present.messages.length)
      if (reading.isUrgent || isEnough || next === null) {
        put(withEarlier(present, { messages: heap, before: next }))
      }
    }
  }

  function idle(reading: Omit<Reading, 'done'>): Promise<void> {
    return new Promise((resolve) => {
      reading.hurry = resolve
      whenIdle(resolve)
    })
  }

  function readingOf(conversationId: string): Reading {
    const known = readings.get(conversationId)
    if (known !== undefined) return known
    const state = { isUrgent: false, hurry: () => {} }
    const reading = Object.assign(state, {
      done: readAll(conversationId, state).finally(() => readings.delete(conversationId)),
    })
    readings.set(conversationId, reading)
    return reading
  }

  return {
    begin(conversationId) {
      if (read(conversationId)?.earlier !== undefined) readingOf(conversationId)
    },
    async finish(conversationId) {
      if (read(conversationId)?.earlier === undefined) return
      const reading = readingOf(conversationId)
      reading.isUrgent = true
      reading.hurry()
      await reading.done
    },
  }
}
