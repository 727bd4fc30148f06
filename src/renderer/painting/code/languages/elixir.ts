import { plainLexer, wordTable } from './plain-lexer'

export const elixir = plainLexer({
  spans: [
    { start: '"""', end: '"""', name: 'string', lines: true, escapes: true },
    { start: "'''", end: "'''", name: 'string', lines: true, escapes: true },
    { start: '"', end: '"', name: 'string', lines: true, escapes: true },
    { start: "'", end: "'", name: 'string', escapes: true },
  ],
  lineComments: ['#'],
  patterns: [
    [/^@(?:moduledoc|doc|typedoc|\w+)/, 'meta'],
    [
      /^~[a-zA-Z](?:\/(?:\\.|[^/\\])*\/|\((?:\\.|[^)\\])*\)|\[[^\]]*\]|\{[^}]*\}|\|[^|]*\|)\w*/,
      'string',
    ],
    [/^::/, 'operator'],
    [/^:(?:"(?:\\.|[^"\\])*"|[\p{L}_]\w*[!?]?)/u, 'atom'],
    [/^[a-z_]\w*[!?]?:(?=\s)/, 'atom'],
    [/^[A-Z]\w*/, 'type'],
  ],
  word: /^[\p{L}_][\p{L}\p{N}_]*[!?]?/u,
  words: wordTable({
    keyword:
      'after alias and case catch cond def defmodule defp defmacro defmacrop defstruct ' +
      'defprotocol defimpl defdelegate defguard defexception do else end fn for if import in not ' +
      'or quote raise receive require rescue super throw try unless unquote use when with',
    atom: 'true false nil',
  }),
})
