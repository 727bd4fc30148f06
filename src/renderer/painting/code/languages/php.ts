import { copyOf, type LineParser, startOf } from '../line-parser'
import { readEmbedded } from './embed'
import { html } from './html'
import { plainLexer, wordTable } from './plain-lexer'

const code = plainLexer({
  spans: [
    { start: '/*', end: '*/', name: 'comment', lines: true },
    { start: "'", end: "'", name: 'string', lines: true, escapes: true },
    { start: '"', end: '"', name: 'string', lines: true, escapes: true },
    { start: '`', end: '`', name: 'string', lines: true, escapes: true },
  ],
  lineComments: ['//'],
  patterns: [
    [/^#\[/, 'meta'],
    [/^#.*/, 'comment'],
    [/^\$+\w*/, 'variable'],
    [/^->\w+(?=\()/, 'def'],
    [/^->\w+/, 'property'],
    [/^[A-Z]\w*[a-z]\w*/, 'type'],
  ],
  word: /^[\p{L}_][\p{L}\p{N}_]*/u,
  ignoresCase: true,
  words: wordTable({
    keyword:
      'abstract and as break callable case catch class clone const continue declare default do ' +
      'echo else elseif empty enum extends final finally fn for foreach from function global goto ' +
      'if implements include include_once instanceof insteadof interface isset list match ' +
      'namespace new or print private protected public readonly require require_once return ' +
      'static switch throw trait try unset use var while xor yield self parent exit die endif ' +
      'endfor endforeach endwhile endswitch',
    type: 'array bool float int iterable mixed never object string void',
    atom: 'true false null __class__ __dir__ __file__ __function__ __line__ __method__',
  }),
})

interface PhpState {
  place: 'unknown' | 'markup' | 'code'
  markup: object
  code: object
  /** The word that ends a text over lines (a heredoc), empty for none. */
  heredoc: string
}

const heredocStart = /^<<<\s*(["']?)(\w+)\1\s*$/

/** PHP in its markup; a text that begins with no markup is PHP without its opening tag. */
export const php: LineParser<PhpState> = {
  startState: () => ({ place: 'unknown', markup: startOf(html), code: startOf(code), heredoc: '' }),
  copyState: (state) => ({
    ...state,
    markup: copyOf(html, state.markup),
    code: copyOf(code, state.code),
  }),
  beginLine: () => html.beginLine?.(),
  token(stream, state) {
    if (state.place === 'unknown') {
      if (stream.eatSpace()) return null
      state.place = stream.peek() === '<' ? 'markup' : 'code'
    }
    if (state.place === 'markup') {
      if (stream.match(/^<\?(?:php\b|=)?/)) {
        state.place = 'code'
        state.code = startOf(code)
        return 'meta'
      }
      const found = stream.string.indexOf('<?', stream.pos)
      return readEmbedded(html, state.markup, stream, found === -1 ? stream.string.length : found)
    }
    if (state.heredoc !== '') {
      const ends = stream.sol() && new RegExp(`^\\s*${state.heredoc}\\b`).test(stream.string)
      if (ends) {
        stream.match(/^\s*\w+/)
        state.heredoc = ''
      } else stream.skipToEnd()
      return 'string'
    }
    const heredoc = stream.match(heredocStart)
    if (heredoc !== null) {
      state.heredoc = heredoc[2] ?? ''
      return 'string'
    }
    if (stream.match('?>')) {
      state.place = 'markup'
      return 'meta'
    }
    return code.token(stream, state.code as { open: number }) ?? null
  },
}
