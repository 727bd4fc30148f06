import { assertNever } from '../../shared/assert-never'
import { endsInHalf } from '../../shared/text/surrogates'

export interface Passage {
  readonly type: 'text' | 'reasoning'
  readonly text: string
}

export interface ReasoningTags {
  push(text: string): readonly Passage[]
  /** What was held back. Nothing is held back after this. */
  flush(): readonly Passage[]
}

const opening = '<think>'
const closing = '</think>'

type State = 'start' | 'reasoning' | 'after-reasoning' | 'text'

/**
 * Tells reasoning from text in the content of models that put `<think>…</think>` before their answer
 * (LM Studio). Only at the very start: later tags are words of the answer. Holds back no more than
 * what could still become a tag, and half a surrogate pair.
 */
export function createReasoningTags(): ReasoningTags {
  let state: State = 'start'
  let held = ''

  const passages = (type: Passage['type'], text: string): Passage[] =>
    text === '' ? [] : [{ type, text }]

  const advance = (): Passage[] => {
    switch (state) {
      case 'start': {
        const begun = held.trimStart()
        if (begun.length < opening.length && opening.startsWith(begun)) return []
        if (begun.startsWith(opening)) {
          state = 'reasoning'
          held = begun.slice(opening.length)
        } else state = 'text'
        return advance()
      }
      case 'reasoning': {
        const end = held.indexOf(closing)
        const safe = end === -1 ? held.length - heldBack(held, closing) : end
        const reasoning = passages('reasoning', held.slice(0, safe))
        held = held.slice(safe)
        if (end === -1) return reasoning
        held = held.slice(closing.length)
        state = 'after-reasoning'
        return [...reasoning, ...advance()]
      }
      case 'after-reasoning':
        held = held.trimStart()
        if (held === '') return []
        state = 'text'
        return advance()
      case 'text': {
        const safe = endsInHalf(held) ? held.length - 1 : held.length
        const text = passages('text', held.slice(0, safe))
        held = held.slice(safe)
        return text
      }
      default:
        return assertNever(state)
    }
  }

  return {
    push(text) {
      held += text
      return advance()
    },
    flush() {
      const rest = passages(state === 'reasoning' ? 'reasoning' : 'text', held)
      held = ''
      if (state === 'start') state = 'text'
      return rest
    },
  }
}

/** How many characters at the end could be the start of the tag, or are half a pair. */
function heldBack(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length -= 1)
    if (text.endsWith(tag.slice(0, length))) return length
  return endsInHalf(text) ? 1 : 0
}
