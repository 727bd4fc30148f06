export interface ServerSentEvent {
  /** Empty: the server gave none. */
  readonly name: string
  /** The data lines, joined. Never empty. */
  readonly data: string
  /** False: the stream ended inside this event, so its data may be cut. */
  readonly complete: boolean
}

export interface EventDecoder {
  push(bytes: Uint8Array): readonly ServerSentEvent[]
  /** One event, or one line, is larger than the limit. Nothing is decoded any more. */
  readonly overflowed: boolean
  /** Whether anything looked like an event stream: a comment or a known field. */
  readonly recognised: boolean
  /** The event that the end of the stream left open, if any. */
  finish(): readonly ServerSentEvent[]
}

/** The empty one begins a comment. */
const knownFields = new Set(['', 'data', 'event', 'id', 'retry', 'error'])
const lineFeed = 10
const carriageReturn = 13

/**
 * Server-sent events from bytes that may be cut anywhere. Lines are split as bytes, so a character is
 * decoded only when it is whole. Comments and events without data, which servers send to keep a
 * connection alive, yield nothing. llama.cpp's `error:` lines become events named "error".
 *
 * @param sizeLimit bytes that one event may have
 */
export function createEventDecoder(sizeLimit: number): EventDecoder {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let lineParts: Uint8Array[] = []
  let lineSize = 0
  let afterCarriageReturn = false
  let name = ''
  let data: string[] = []
  let eventSize = 0
  let overflowed = false
  let recognised = false

  const keep = (part: Uint8Array): void => {
    if (part.length === 0) return
    lineParts.push(part)
    lineSize += part.length
    if (eventSize + lineSize > sizeLimit) overflowed = true
  }

  const takeLine = (): string => {
    const line = lineParts.length === 1 ? decoder.decode(lineParts[0]) : decodeAll(lineParts)
    lineParts = []
    lineSize = 0
    return line
  }

  const decodeAll = (parts: readonly Uint8Array[]): string =>
    parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode()

  const takeEvent = (complete: boolean): readonly ServerSentEvent[] => {
    const joined = data.join('\n')
    const event = { name, data: joined, complete }
    name = ''
    data = []
    eventSize = 0
    return joined === '' ? [] : [event]
  }

  const readLine = (line: string): void => {
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    if (knownFields.has(field)) recognised = true
    if (field === 'event') name = value
    if (field === 'error') name = 'error'
    if (field === 'data' || field === 'error') {
      data.push(value)
      eventSize += value.length + 1
    }
  }

  return {
    push(bytes) {
      const events: ServerSentEvent[] = []
      let start = 0
      for (let index = 0; index < bytes.length && !overflowed; index += 1) {
        const byte = bytes[index]
        if (byte !== lineFeed && byte !== carriageReturn) continue
        const restOfPair =
          byte === lineFeed && afterCarriageReturn && index === start && lineSize === 0
        afterCarriageReturn = byte === carriageReturn
        if (!restOfPair) {
          keep(bytes.subarray(start, index))
          const line = takeLine()
          if (line === '') events.push(...takeEvent(true))
          else readLine(line)
        }
        start = index + 1
      }
      if (start < bytes.length && !overflowed) keep(bytes.slice(start))
      return events
    },
    get overflowed() {
      return overflowed
    },
    get recognised() {
      return recognised
    },
    finish() {
      if (lineSize > 0) readLine(takeLine())
      return takeEvent(false)
    },
  }
}
