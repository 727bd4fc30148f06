import type { AnswerEvent, NumberedEvent } from '../stream/stream-event'

/**
 * Events on their way across the wall, flat: for each a handle of its answer, its number, the
 * milliseconds since the event before it, and its text, or the event where it is not a piece of text.
 * An answer's identifier stands in place of the handle once, with the handle behind it. Ten answers
 * that stream at once would otherwise push more names of fields than words. Text that would take two
 * bytes a letter is UTF-8.
 */
export type PackedEvents = readonly (
  | string
  | Uint8Array
  | number
  | Exclude<AnswerEvent, { type: 'text-delta' }>
)[]

export interface EventPacker {
  pack(events: readonly NumberedEvent[]): PackedEvents
  /** The window has forgotten all handles: it has a new page. */
  reset(): void
}

/** @param encode to UTF-8, such as `TextEncoder.encode` */
export function createEventPacker(encode: (text: string) => Uint8Array): EventPacker {
  const handles = new Map<string, number>()
  // Never used twice, so that a page never takes one answer for another.
  let lastHandle = 0
  const packText = (text: string): string | Uint8Array =>
    isWide.test(text) && !isBroken.test(text) ? encode(text) : text
  return {
    reset: () => handles.clear(),
    pack(events) {
      const packed: PackedEvents[number][] = []
      let before = 0
      for (const { answerId, sequence, at, event } of events) {
        const known = handles.get(answerId)
        if (known === undefined) {
          lastHandle += 1
          handles.set(answerId, lastHandle)
          packed.push(answerId, lastHandle)
        } else {
          packed.push(known)
        }
        packed.push(
          sequence,
          at - before,
          event.type === 'text-delta' ? packText(event.text) : event,
        )
        before = at
      }
      return packed
    },
  }
}

/** What V8 writes with two bytes a letter. */
const isWide = /[^\0-\u00ff]/
/** Half a surrogate pair, which UTF-8 cannot hold. */
const isBroken = /\p{Surrogate}/u

/**
 * The other side. Events of an answer whose handle was never told are left out.
 *
 * @param decode from UTF-8, such as `TextDecoder.decode` with `ignoreBOM`
 */
export function createEventUnpacker(
  decode: (bytes: Uint8Array) => string,
): (packed: PackedEvents) => readonly NumberedEvent[] {
  const answers = new Map<number, string>()
  return (packed) => {
    const events: NumberedEvent[] = []
    let at = 0
    let index = 0
    while (index < packed.length) {
      const first = packed[index]
      if (typeof first === 'string') {
        answers.set(packed[index + 1] as number, first)
        index += 1
      }
      const answerId = answers.get(packed[index] as number)
      const sequence = packed[index + 1] as number
      const content = packed[index + 3]
      at += packed[index + 2] as number
      index += 4
      if (answerId === undefined || content === undefined || typeof content === 'number') continue
      const event = isText(content)
        ? ({
            type: 'text-delta',
            text: typeof content === 'string' ? content : decode(content),
          } as const)
        : content
      events.push({ answerId, sequence, at, event })
    }
    return events
  }
}

function isText(content: Exclude<PackedEvents[number], number>): content is string | Uint8Array {
  return typeof content === 'string' || content instanceof Uint8Array
}
