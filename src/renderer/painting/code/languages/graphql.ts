import { plainLexer, wordTable } from './plain-lexer'

export const graphql = plainLexer({
  spans: [
    { start: '"""', end: '"""', name: 'string', lines: true, escapes: true },
    { start: '"', end: '"', name: 'string', escapes: true },
  ],
  lineComments: ['#'],
  patterns: [
    [/^@\w+/, 'meta'],
    [/^\$\w+/, 'variable'],
    [/^[A-Z]\w*[a-z]\w*/, 'type'],
  ],
  words: wordTable({
    keyword:
      'query mutation subscription fragment on type interface union enum input scalar schema ' +
      'extend directive implements repeatable',
    atom: 'true false null',
  }),
})
