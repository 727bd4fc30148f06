import fc from 'fast-check'

const vocabulary = `
apple barn cable dusk ember flint gravel hollow ivory jumble kettle lantern meadow nickel orchard
pepper quarry ribbon saddle timber urchin velvet willow yonder zephyr größe 水 🙂`

const word = fc.constantFrom(...vocabulary.trim().split(/\s+/u))

const words = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: min, maxLength: max }).map((some) => some.join(' '))

const lines = (line: fc.Arbitrary<string>, max = 5): fc.Arbitrary<string> =>
  fc.array(line, { minLength: 1, maxLength: max }).map((some) => some.join('\n'))

const sentence = words(3, 12).map((some) => `The ${some}.`)
const paragraph = lines(sentence, 3)
const heading = fc.tuple(fc.integer({ min: 1, max: 4 }), words(1, 5))
const items = fc.array(words(1, 9), { minLength: 1, maxLength: 6 })

const table = fc
  .array(fc.tuple(word, word, fc.nat(900)), { minLength: 1, maxLength: 5 })
  .map((rows) =>
    ['| name | kind | count |', '| --- | --- | ---: |']
      .concat(rows.map((cells) => `| ${cells.join(' | ')} |`))
      .join('\n'),
  )

const statement = fc.oneof(
  fc.tuple(word, word).map(([name, value]) => `  ${name}(${value})`),
  fc.constant(''),
  word.map((name) => `def ${name}():`),
)

const block = fc.oneof(
  paragraph,
  heading.map(([level, title]) => `${'#'.repeat(level)} ${title}`),
  items.map((some) => some.map((item) => `- ${item}`).join('\n')),
  items.map((some) => some.map((item) => `- Install ${item} on the server`).join('\n')),
  items.map((some) => some.map((item, index) => `${index + 1}. **${item}**`).join('\n')),
  items.map((some) => some.map((item) => `> ${item}`).join('\n')),
  lines(statement, 8).map((code) => `\`\`\`python\n${code}\n\`\`\``),
  table.chain((rows) => sentence.map((after) => `${rows}\n\n${after}`)),
)

/** Answers of headings, paragraphs, lists, quotes, code with blank lines, and tables. */
export const generatedDocument: fc.Arbitrary<string> = fc
  .array(block, { minLength: 1, maxLength: 7 })
  .map((blocks) => `${blocks.join('\n\n')}\n`)
