import type { LineStream } from '../line-stream'
import { pop, push, type ScriptState } from './script-state'

/** `<T,>` and `<T extends …>` begin a function, not an element. */
const generic = /^<\s*[\w$]+\s*(?:,|extends\b|=)/
const element = /^<(?:[A-Za-z][\w.:-]*(?=[\s/>]|$)|>)/

/** Whether the angle that comes is that of an element; after an operand only at the start of a line. */
export function startsElement(stream: LineStream, afterOperand: boolean): boolean {
  const ahead = stream.string.slice(stream.pos)
  if (!element.test(ahead) || generic.test(ahead)) return false
  return !afterOperand || stream.string.slice(0, stream.pos).trim() === ''
}

/** Inside an element: its tag, or what stands between its tags. */
export function readJsx(stream: LineStream, state: ScriptState): string | null {
  return state.frame.kind === 'children' ? readChildren(stream, state) : readTag(stream, state)
}

function readChildren(stream: LineStream, state: ScriptState): string | null {
  if (stream.match(/^<\//)) {
    // The closing tag takes the place of what it closes.
    pop(state)
    push(state, { kind: 'tag' })
    stream.match(/^[\w.:-]*/)
    state.before = '/'
    return 'tag'
  }
  if (stream.match(/^<(?=[A-Za-z>])/)) {
    stream.match(/^[\w.:-]*/)
    push(state, { kind: 'tag' })
    state.before = ''
    return 'tag'
  }
  if (stream.eat('{')) {
    push(state, { kind: 'code' })
    state.operand = false
    state.before = '{'
    return null
  }
  stream.next()
  stream.match(/^[^<{]+/)
  return 'text'
}

/** `before` is a slash in a closing tag and behind one in any tag. */
function readTag(stream: LineStream, state: ScriptState): string | null {
  if (stream.eatSpace()) return null
  if (stream.match(/^<\/?[\w.:-]*/)) {
    state.before = ''
    return 'tag'
  }
  if (stream.match(/^\/?>/)) {
    const closes = stream.current().startsWith('/') || state.before === '/'
    pop(state)
    if (!closes) push(state, { kind: 'children' })
    state.operand = true
    state.before = ''
    return 'tag'
  }
  if (stream.match(/^\/[/*]/)) {
    if (stream.current() === '/*') push(state, { kind: 'comment' })
    else stream.skipToEnd()
    return 'comment'
  }
  const quote = stream.eat(/["']/)
  if (quote !== undefined) {
    if (stream.skipTo(quote)) stream.next()
    else stream.skipToEnd()
    return 'string'
  }
  if (stream.eat('{')) {
    push(state, { kind: 'code' })
    state.operand = false
    state.before = '{'
    return null
  }
  if (stream.match(/^[\w$:.-]+/)) return 'attribute'
  stream.next()
  return null
}
