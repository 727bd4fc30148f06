import type { LineStream } from '../line-stream'
import type { ScriptState } from './script-state'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const keywords = words(
  'await break case catch class const continue debugger default delete do else export extends ' +
    'finally for function if import in instanceof let new return static super switch this throw ' +
    'try typeof var void while with yield',
)
const operands = words('this super')
const atoms = words('true false null undefined NaN Infinity')
/** Keywords where another word, a name or a pattern follows them; else they are names. */
const keywordsBefore = words('async from get set of')
const typeKeywordsBefore = words(
  'abstract accessor as asserts declare enum implements infer interface is keyof module namespace ' +
    'override private protected public readonly satisfies type unique',
)
const keywordsBetween = words('as from is of satisfies')
const definers = words('class enum function interface namespace type')
const primitives = words('any bigint boolean never number object string symbol unknown void')

const name = /^[\p{L}\p{N}_$]+/u
const operandAhead = /^\s+(?!(?:in|instanceof|of|as|is)\b)[\p{L}\p{N}_$#{[*'"`(]/u
const memberAhead = /^\s+[\p{L}_$#{[*]/u
const typeName = /^[A-Z][A-Za-z\d]*[a-z][A-Za-z\d]*$/
const functionAhead = /^\s*=\s*(?:async\s*)?(?:function\b|[\w$]+\s*=>|\([^()]*\)\s*(?::[^=]+)?=>)/
const callAhead = /^(?:\?\.)?(?:<[\w\s,.[\]|'"]*(?:<[\w\s,.[\]|'"]*>)?[\w\s,.[\]|'"]*>)?\(/

/** A word that begins here: keyword, atom, type, what is called or defined, or just a name. */
export function readWord(stream: LineStream, state: ScriptState, types: boolean): string | null {
  stream.match(name)
  const word = stream.current()
  const { before, operand: wasOperand } = state
  state.before = ''
  state.operand = true
  if (before === '.') return isCall(stream) ? 'def' : null
  const isKey = stream.peek() === ':' && stream.string[stream.pos + 1] !== ':'
  if (keywords.has(word) && !(isKey && word !== 'default')) {
    if (word === 'static' && !memberAhead.test(rest(stream))) return null
    if (!operands.has(word)) {
      state.operand = false
      state.before = word
    }
    return types && word === 'void' && /^[:<|]$/.test(before) ? 'type' : 'keyword'
  }
  if (types && before === '|' && /^(?:null|undefined)$/.test(word)) return 'type'
  if (atoms.has(word)) return isKey ? null : 'atom'
  if (isContextual(word, types, wasOperand || before === '*', rest(stream))) {
    state.operand = false
    state.before = word
    return 'keyword'
  }
  if (definers.has(before)) return 'def'
  if (types && primitives.has(word) && /[:<|&,(=[]|as|extends|keyof|is/.test(before)) return 'type'
  if (typeName.test(word)) return 'type'
  if (isCall(stream)) return 'def'
  return /^(?:const|let|var)$/.test(before) && functionAhead.test(rest(stream))
    ? 'name.function'
    : null
}

function isContextual(word: string, types: boolean, wasOperand: boolean, ahead: string): boolean {
  if (!keywordsBefore.has(word) && !(types && typeKeywordsBefore.has(word))) return false
  if (keywordsBetween.has(word) && !wasOperand && word !== 'from') return false
  return operandAhead.test(ahead)
}

function isCall(stream: LineStream): boolean {
  const next = stream.peek()
  if (next === '(') return true
  return (next === '<' || next === '?') && callAhead.test(rest(stream))
}

function rest(stream: LineStream): string {
  return stream.string.slice(stream.pos)
}
