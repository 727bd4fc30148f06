import type { LineParser } from '../line-parser'
import type { LineStream } from '../line-stream'
import { readJsx, startsElement } from './script-jsx'
import { type Frame, pop, push, type ScriptState } from './script-state'
import { readWord } from './script-words'

interface Flavour {
  readonly types: boolean
  readonly jsx: boolean
}

const code: Frame = { kind: 'code', up: null }
const wordStart = /[\p{L}_$]/u
const number =
  /^(?:0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?)n?/
const regularExpression = /^\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/[dgimsuvy]*/
const statementStart =
  /^(?:import\b(?!\()|export\b|(?:const|let|var|class|interface|type|enum|function|async function)\s+[\w{[*$])/

/** JavaScript and TypeScript: a lexer that knows what a slash and an angle mean where they stand. */
function script({ types, jsx }: Flavour): LineParser<ScriptState> {
  return {
    startState: () => ({ frame: code, operand: false, before: '' }),
    copyState: (state) => ({ ...state }),
    token(stream, state) {
      if (stream.sol()) recover(stream, state)
      switch (state.frame.kind) {
        case 'comment':
          return readComment(stream, state)
        case 'template':
          return readTemplate(stream, state)
        case 'string':
          return readString(stream, state, state.frame.quote)
        case 'tag':
        case 'children':
          return readJsx(stream, state)
        case 'code':
          return readCode(stream, state)
      }
    },
  }

  function readCode(stream: LineStream, state: ScriptState): string | null {
    if (stream.eatSpace()) return null
    const character = stream.peek() ?? ''
    if (wordStart.test(character)) return readWord(stream, state, types)
    if (/[\d.]/.test(character) && stream.match(number)) return operand(state, 'number')
    if (character === '/') return readSlash(stream, state)
    if (jsx && character === '<' && startsElement(stream, state.operand)) {
      state.operand = true
      push(state, { kind: 'tag' })
      return readJsx(stream, state)
    }
    stream.next()
    switch (character) {
      case '"':
      case "'":
        push(state, { kind: 'string', quote: character })
        return readString(stream, state, character)
      case '`':
        push(state, { kind: 'template' })
        return readTemplate(stream, state)
      case '@':
        if (stream.match(/^[\w$.]+/)) return 'meta'
        break
      case '#':
        if (stream.pos === 1 && stream.match(/^!.*/)) return 'meta'
        if (stream.match(/^[\w$]+/)) return operand(state, null)
        break
      case '{':
        push(state, code)
        break
      case '}':
        if (state.frame.up !== null) pop(state)
        // What stood around it goes on: a template or an element, or what the braces were part of.
        state.before = ''
        if (state.frame.kind !== 'code') return null
        break
      case '+':
      case '-':
        // After `x++` a slash divides, as it does after `x`.
        if (stream.eat(character)) return null
        break
    }
    state.operand = character === ')' || character === ']' || character === '}'
    state.before = character
    return null
  }

  function readSlash(stream: LineStream, state: ScriptState): string | null {
    if (stream.match('//')) {
      stream.skipToEnd()
      return 'comment'
    }
    if (stream.match('/*')) {
      push(state, { kind: 'comment' })
      return readComment(stream, state)
    }
    if (!state.operand && stream.match(regularExpression)) return operand(state, 'regexp')
    stream.next()
    state.operand = false
    state.before = '/'
    return null
  }
}

/** An element or a string that was never closed ends where a statement begins at the margin. */
function recover(stream: LineStream, state: ScriptState): void {
  let inElement = false
  for (let frame: Frame | null = state.frame; frame !== null; frame = frame.up) {
    if (frame.kind === 'template' || frame.kind === 'comment') return
    if (frame.kind === 'tag' || frame.kind === 'children') inElement = true
  }
  if (inElement && statementStart.test(stream.string)) {
    state.frame = code
    state.operand = false
  }
}

function readComment(stream: LineStream, state: ScriptState): string {
  if (stream.skipTo('*/')) {
    stream.pos += 2
    pop(state)
  } else stream.skipToEnd()
  return 'comment'
}

function readTemplate(stream: LineStream, state: ScriptState): string | null {
  if (stream.pos === stream.start && stream.match('${')) {
    push(state, code)
    state.operand = false
    return null
  }
  // Both the text and its closing sign; what comes before an expression is a token of its own.
  stream.match(/^(?:\\.|\$(?!\{)|[^`\\$])*\\?/)
  if (stream.eat('`')) {
    pop(state)
    state.operand = true
  }
  return 'string'
}

function readString(stream: LineStream, state: ScriptState, quote: string): string {
  stream.match(quote === '"' ? /^(?:\\.|[^"\\])*/ : /^(?:\\.|[^'\\])*/)
  const goesOn = stream.match(/^\\$/) !== null
  if (!goesOn) {
    stream.eat(quote)
    pop(state)
    state.operand = true
  }
  return 'string'
}

function operand(state: ScriptState, name: string | null): string | null {
  state.operand = true
  state.before = ''
  return name
}

export const javascript = script({ types: false, jsx: true })
export const typescript = script({ types: true, jsx: false })
export const tsx = script({ types: true, jsx: true })
