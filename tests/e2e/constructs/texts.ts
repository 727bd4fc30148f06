/** What a picture is taken of: its name, and an answer that holds all forms of a construct. */
export interface Construct {
  readonly name: string
  readonly text: string
  /** CSS pixels; a reading column has 720. */
  readonly windowWidth?: number
}

/** Only characters that the bundled fonts have: everything else looks different on each machine. */
export const constructs: readonly Construct[] = [
  {
    name: 'text',
    text: `# A first heading

You are missing **backpressure**: the source produces *faster* than the sink accepts, and ***everything*** in between waits in ~~vain~~ memory. \`write()\` returns \`false\` when its buffer is full; a loop that ignores that keeps **filling \`it\`**.

## A second heading with \`code\` and *emphasis*

A paragraph under it.\\
After a hard break, another line of the same paragraph.

### A third heading

#### A fourth heading

Text below the fourth.

##### A fifth heading

###### A sixth heading

The last paragraph, long enough to be broken into lines: it goes on and on about nothing in particular until the column is full.

---

Behind a rule.`,
  },
  {
    name: 'lists',
    text: `A tight list:

- The first
- The second, which is long enough to be broken into more than one line of the column that it stands in
  - Nested
    - Nested deeper
  - Nested again
- The third with \`code\`

A loose one:

1. The first

   has a paragraph of its own.

2. The second

Counted from 98:

98. ninety-eight
99. ninety-nine
100. one hundred

A year:

2024. two thousand and twenty-four

Tasks:

- [x] Write it down, in words that are many enough to need a second line below the first one
- [ ] Do it
  - [ ] Begin
  - [x] Nested and done
- No task

Loose tasks:

- [x] The first

  has a paragraph of its own.

- [ ] The second`,
  },
  {
    name: 'blocks-in-lists',
    text: `1. Install it:

   \`\`\`sh
   npm install
   \`\`\`

2. Read what it says:

   > All is well.

3. Compare:

   | name | size |
   | --- | --: |
   | one | 12 |

   and go on.
4. Calculate $$a^2 + b^2 = c^2$$ and stop.`,
  },
  {
    name: 'quotes',
    text: `As was said:

> The first line of a quote, which is long enough to be broken into lines so that its edge is seen.
>
> > Nested, with \`code\`.
> >
> > > And deeper.
>
> - A list in it
> - of two
>
> \`\`\`js
> const quoted = true
> \`\`\`

Nobody said that.`,
  },
  {
    name: 'tables',
    text: `| Left | Centre | Right |
| :--- | :---: | ---: |
| a | b | 1 |
| \`code\` | **strong** | 12,345.60 |
| [a link](https://example.com) | $x^2$ | 7 |

Between two tables.

| Name | What it does | Since | Where | Who | Remarks that are long |
| --- | --- | --- | --- | --- | --- |
| \`highWaterMark\` | The number of bytes a buffer takes before it says that it is full | 0.9.4 | streams | everybody | It is a threshold and no limit |
| \`objectMode\` | Counts things in place of bytes | 0.9.4 | streams | some | None |

Behind it.`,
  },
  {
    name: 'code',
    text: `### Let the pipeline carry the pressure

\`\`\`ts title="pipe.ts"
import { pipeline } from 'node:stream/promises'

// Each stage reads only as fast as the next one drains.
export async function copy<T>(source: Readable, level = 6): Promise<void> {
  await pipeline(source, createGzip({ level }), sink, { signal })
}
\`\`\`

\`\`\`python
@cache
def area(radius: float) -> float:
    """The area of a circle."""
    return 3.14159 * radius ** 2  # roughly
\`\`\`

\`\`\`diff
@@ -1,3 +1,3 @@
 kept
-removed
+added
\`\`\`

\`\`\`
No language here, and a line that is so long that it does not fit into the column, whatever one does.
\`\`\`

    indented code`,
  },
  {
    name: 'wrapped-code',
    text: `\`\`\`bash
curl --fail --silent --show-error --location --header 'Accept: application/json' https://example.com/a/long/address
echo done
\`\`\``,
  },
  {
    name: 'formulas',
    text: `Euler found $e^{i\\pi} + 1 = 0$, and $\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2}$ is older; a line with $x_i^2$ is as high as one without it, however long the paragraph becomes.

$$
\\int_{-\\infty}^{\\infty} e^{-x^2}\\,dx = \\sqrt{\\pi}
$$

Between two of them.

$$
\\begin{aligned}
(a + b)^2 &= a^2 + 2ab + b^2 \\\\
(a - b)^2 &= a^2 - 2ab + b^2
\\end{aligned}
$$

\\[ A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\tag{1} \\]

A broken one, $\\frac{a}{$, and one more:

$$
\\unheardof{x}
$$

It ends here.`,
  },
  {
    name: 'footnotes',
    text: `Streams are old.[^1] Buffers are older,[^buffer] and both are kept.[^1]

[^1]: Ritchie wrote of them in 1984.
[^buffer]: A buffer has

    a second paragraph, and \`code\`.`,
  },
  {
    name: 'links',
    text: `[A link](https://example.com/a), [one with a title](https://example.com/b "Title"), <https://example.com/automatic>, https://example.com/bare and you@example.com.

[**Strong**](https://example.com/c) and [\`code\`](https://example.com/d) and [a very long text of a link that is broken into two lines because it does not fit into one](https://example.com/e).

A dead one: [script](javascript:alert) and a page without encryption: [http](http://example.com).

![A picture of a stream](https://example.com/stream.png) and ![](https://example.com/unnamed.png) in a line of text.

![Alone](https://example.com/alone.png)

[unused]: https://example.com/unused "Never used"`,
  },
  {
    name: 'broken-diagram',
    text: `\`\`\`mermaid
flowchart TD
  A -->
  [[[
\`\`\`

Behind the diagram.`,
  },
  {
    name: 'narrow',
    windowWidth: 480,
    text: `## A heading that needs two lines in a narrow window

A paragraph with \`code\`, **strong** words, and an identifier \`aVeryLongIdentifierThatCannotBeBrokenAnywhereAtAllEver\` in it.

1. One
   - [x] A task in a list, of more than one line
2. Two

| Name | Value | Remark | Another |
| :-- | --: | --- | --- |
| one | 1 | a remark of such a length that it is broken into lines | nothing to remark on that |
| two | 22 | another remark of some length | and here |

\`\`\`ts
const answer = await ask('a question that does not fit into a narrow window')
\`\`\`

> A quote of some length, as long as it takes to get a second line.

$$
f(x) = a_0 + a_1 x + a_2 x^2 + a_3 x^3 + a_4 x^4 + a_5 x^5 + a_6 x^6
$$

It ends.`,
  },
]

/** Its words are in a face of the machine: no picture of it is the same elsewhere. */
export const diagram = `Before the diagram.

\`\`\`mermaid
flowchart LR
  A[Source] --> B{Full?}
  B -- No --> C[Sink]
  B -- Yes --> D[Wait] --> B
\`\`\`

Behind the diagram.`

/** Answers that have only come so far: the caret stands at the end of each. */
export const growing: readonly Construct[] = [
  { name: 'growing-paragraph', text: 'Keep it small: it is a threshold, **not a li' },
  { name: 'growing-list', text: 'Two things:\n\n- The first\n- The sec' },
  { name: 'growing-code', text: 'So:\n\n```ts\nconst one = 1\nconst two = on' },
  { name: 'growing-table', text: 'So:\n\n| Name | Size |\n| --- | --: |\n| one | 1' },
]

/** Ends at which a mark has begun and is not yet whole; what of it is shown, if anything. */
export const unfinished: readonly (readonly [end: string, shown: string])[] = [
  ['Some **bo', 'Some bo'],
  ['Some *it', 'Some it'],
  ['Some ~~go', 'Some go'],
  ['Some `co', 'Some co'],
  ['Some [li', 'Some li'],
  ['Some [link](https://exa', 'Some link'],
  ['Some ![ima', 'Some ima'],
  ['Some $x^2 + ', 'Some'],
  ['Some\n\n$$\n\\frac{a}{', 'Some'],
  ['Some\n\n| a | b', 'Some'],
  ['Some\n\n| a | b |\n| --', 'Some'],
  ['Some\n\n```', 'Some'],
  ['Some\n\n##', 'Some'],
  ['Some\n\n- ', 'Some'],
  ['Some\n\n- [', 'Some'],
  ['Some\n\n> ', 'Some'],
  ['Some\n\n--', 'Some'],
]
