import { copyOf, type LineParser, startOf } from '../line-parser'
import type { LineStream } from '../line-stream'
import { readEmbedded } from './embed'

interface MarkupState {
  place: 'text' | 'tag' | 'comment' | 'cdata' | 'declaration' | 'value' | 'embedded'
  /** Of a value that goes on in the next line. */
  quote: string
  /** The element whose tag or content this is, while it holds another language. */
  element: string
  inner: object
}

/** Languages by the name of the element that holds them. */
export type Embedded = Readonly<Record<string, LineParser>>

const names: Readonly<Record<string, string>> = {
  comment: 'comment',
  cdata: 'string',
  declaration: 'meta',
}
const ends: Readonly<Record<string, string>> = { comment: '-->', cdata: ']]>', declaration: '>' }

/** HTML, XML and what is made of them. What an element embeds ends with the element, whatever it is. */
export function markup(embedded: Embedded = {}): LineParser<MarkupState> {
  const parserOf = (element: string) =>
    Object.hasOwn(embedded, element) ? embedded[element] : undefined

  return {
    startState: () => ({ place: 'text', quote: '', element: '', inner: {} }),
    copyState(state) {
      const parser = state.place === 'embedded' ? parserOf(state.element) : undefined
      return parser === undefined ? { ...state } : { ...state, inner: copyOf(parser, state.inner) }
    },
    beginLine() {
      for (const parser of Object.values(embedded)) parser.beginLine?.()
    },
    blankLine(state, unit) {
      if (state.place === 'embedded') parserOf(state.element)?.blankLine?.(state.inner, unit)
    },
    token(stream, state) {
      switch (state.place) {
        case 'text':
          return readText(stream, state)
        case 'tag':
          return readTag(stream, state)
        case 'value':
          return readValue(stream, state)
        case 'embedded':
          return readInner(stream, state)
        default:
          return readUntil(stream, state)
      }
    },
  }

  function readTag(stream: LineStream, state: MarkupState): string | null {
    if (stream.eatSpace()) return null
    const end = stream.match(/^[/?]?>/)
    if (end !== null) {
      const parser = end[0] === '>' ? parserOf(state.element) : undefined
      state.place = parser === undefined ? 'text' : 'embedded'
      if (parser !== undefined) state.inner = startOf(parser)
      return 'tag'
    }
    const quote = stream.eat(/["']/)
    if (quote !== undefined) {
      state.place = 'value'
      state.quote = quote
      return readValue(stream, state)
    }
    // A tag that was never closed ends where the next begins.
    if (stream.match(/^<(?=[A-Za-z/!])/, false)) {
      state.place = 'text'
      return readText(stream, state)
    }
    if (stream.match(/^=\s*[^\s"'>=<`]+/)) return 'string'
    if (stream.match(/^[^\s"'<>/=]+/)) return 'attribute'
    stream.next()
    return null
  }

  function readInner(stream: LineStream, state: MarkupState): string | null {
    const parser = parserOf(state.element)
    const found = stream.string.toLowerCase().indexOf(`</${state.element}`, stream.pos)
    if (parser === undefined || found === stream.pos) {
      state.place = 'text'
      state.element = ''
      return readText(stream, state)
    }
    return readEmbedded(parser, state.inner, stream, found === -1 ? stream.string.length : found)
  }
}

function readText(stream: LineStream, state: MarkupState): string | null {
  if (stream.match('<!--')) state.place = 'comment'
  else if (stream.match('<![CDATA[')) state.place = 'cdata'
  else if (stream.match(/^<[!?](?=[A-Za-z])/)) state.place = 'declaration'
  if (state.place !== 'text') return readUntil(stream, state)
  const tag = stream.match(/^<\/?([A-Za-z_][\w.:-]*)/)
  if (tag !== null) {
    state.place = 'tag'
    state.element = tag[0].startsWith('</') ? '' : (tag[1] ?? '').toLowerCase()
    return 'tag'
  }
  if (stream.match(/^&(?:#\d+|#x[\da-f]+|\w+);/i)) return 'atom'
  stream.next()
  stream.match(/^[^<&]+/)
  return 'text'
}

function readUntil(stream: LineStream, state: MarkupState): string {
  const { place } = state
  const end = ends[place] ?? '>'
  if (stream.skipTo(end)) {
    stream.pos += end.length
    state.place = 'text'
  } else stream.skipToEnd()
  return names[place] ?? 'meta'
}

function readValue(stream: LineStream, state: MarkupState): string {
  if (stream.skipTo(state.quote)) {
    stream.next()
    state.place = 'tag'
  } else stream.skipToEnd()
  return 'string'
}
