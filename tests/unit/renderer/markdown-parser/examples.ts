import { createRequire } from 'node:module'
import fc from 'fast-check'

interface Example {
  readonly markdown: string
  readonly number: number
  readonly section: string
}

/** The examples of the CommonMark specification. */
export const examples: readonly Example[] = createRequire(import.meta.url)(
  'commonmark-spec',
).tests.map(({ markdown, number, section }: Example) => ({
  markdown: markdown.replaceAll('→', '\t'),
  number,
  section,
}))

/** What the specification does not know: tables, tasks, footnotes, formulas, other line ends. */
export const extensions: readonly string[] = [
  '| a | b |\n|---|:-:|\n| c | d |\n| e |\n| f | g | h |\n\nText',
  'Text above\n| a | b |\n|---|---|\n| `c \\| d` | e\n> quote\n',
  'a | b\n-|-\nc\n- item\n',
  '| $|x|$ | b |\n|---|---|\n| c | $|x|$ |\n| `d | e` | $f$ |\n|$5|$6|$7|\n| `g | h | i\n| $P(A|B)$ | `j |',
  '| a\n| b\n\nnot | a\n--|\n',
  '> | a | b |\n> |---|---|\n> | 1 | 2 |\nlazy\n',
  '- [ ] one\n- [x] two\n- [X]\n- [z] three\n\n- [ ]\n  four\n',
  '1. [x] a\n   - [ ] b\n\n   c\n2. d\n',
  'See.[^1] And[^b].\n\n[^1]: One\n    two\n\n    - three [^b]\n[^b]: four\nlazy\n\n[^c]: unused\n[^1]: twice\n',
  'x[^a]\n\n[^a]: [^c] [^d]\n\n[^c]: c\n\n[^d]: d\n\ny[^d]\n',
  'One [a]\n\n- two\n\nText\n$$\nx\n$$ y\n\n[a]: https://a.com\n$$\nz\n\n[a]: https://b.com\n',
  '> Inside.[^x]\n>\n> [^x]: here\n> [^y]: [a]\n\n[a]: https://a.com\n[^y]',
  'One [a], two [b][], three [c][d].\n\n[a]: https://a.com "one\ntwo"\n[b]:\n<https://b.com>\n  (three)\n[d]: https://d.com \'never\n[a]: https://second.com\n\n[unused]: https://u.com\n',
  '[a]: https://a.com\n===\n[a]\n\n[b]: https://b.com\ntext [b]\n===\n',
  '- [a]: https://a.com\n- [a] and ![a]\n\n  [c]: https://c.com "x" y\n',
  'Energy\n$$\nE = mc^2\n$$\nas shown\n\n$$x$$\n\n\\[\na \\\\\nb\n\\]\n\n$$ a $$ b\n\n\\[ c \\]\n',
  'Before\n$$\nnot [a]\n\n$$ open\n- list\n===\n\n\\[ never\n> quote\n\n[a]: https://a.com\n',
  '> $$\n> a\n> $$ b\n> c\n\n> $$\n> x\nlazy\n\n- $$\n  y\n  $$\n- \\[\nz\n',
  '```math\nx\n```\n\n~~~ ts\r\ncode\r\n\r\n~~~\r\n\rold\rlines\r\n',
  'a\r\n\r\n- b\r\n- c\r\n\r\n  d\r\n| e | f |\r\n|--|--|\r\n| \u{1f600} | \0 |\r\n',
  `${'> '.repeat(95)}deep\n${'> '.repeat(95)}deeper\n${'> '.repeat(3)}lazy\n\nout\n`,
  `${Array.from({ length: 100 }, (_, level) => `${' '.repeat(2 * level)}- w${level}`).join('\n')}\n\nend`,
]

const pieces = [
  ...['> ', '>', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '  ', '    ', '\t', '# ', '### ', '#'],
  ...['\n', '\n', '\n', '\n\n', '\r\n', '\r', '\n---\n', '\n===\n', '```', '\n```\n', '~~~\n', '`'],
  ...['*', '**', '_', '~~', '[', ']', '(', ')', '[^', ']: ', '][', '](', '![', '"', "'", '<', '>'],
  ...['| ', ' | ', '|\n', '\n|--|--|\n', '\n--|:-:\n', '[ ] ', '[x] ', '&amp;', '\\', '\\|', '\0'],
  ...[
    '$$',
    '\n$$\n',
    '\\[',
    '\\]',
    '$',
    '$|x|$',
    '`a|b`',
    '[a]',
    '[b]',
    '[a]: ',
    '\n[a]: https://a.com\n',
    '[^a]',
  ],
  ...['\n[^a]: ', '\n[^b]: ', '\n[b]: https://b.com "', '"\n', 'https://', ':', ' ', ' ', 'text'],
  ...['word', 'a', '\u{1f600}', 'é'],
]

/** Texts with much syntax, by chance. */
export const anyMarkdown = fc
  .array(fc.constantFrom(...pieces), { maxLength: 50 })
  .map((parts) => parts.join(''))
