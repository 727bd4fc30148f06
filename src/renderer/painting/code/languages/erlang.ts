import { plainLexer, wordTable } from './plain-lexer'

export const erlang = plainLexer({
  spans: [{ start: '"', end: '"', name: 'string', lines: true, escapes: true }],
  lineComments: ['%'],
  patterns: [
    [/^-[a-z]\w*(?=\s*\()/, 'meta'],
    [/^\?\w+/, 'meta'],
    [/^'(?:\\.|[^'\\])*'/, 'atom'],
    [/^\$(?:\\.|\S)/, 'string'],
    [/^\d+#[\da-zA-Z]+/, 'number'],
  ],
  words: wordTable({
    keyword:
      'after and andalso band begin bnot bor bsl bsr bxor case catch cond div else end fun if let ' +
      'maybe not of or orelse receive rem try when xor',
    atom: 'true false undefined ok error',
  }),
})
