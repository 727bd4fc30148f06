import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContinuationJoiner } from '../../../../src/main/answers/continuation/continuation-joiner'
import { documents } from './documents'
import { generatedDocument } from './generated-documents'
import { listen } from './listen'

const story =
  'The river rose all night. By morning the bridge was gone, and the mill stood in brown water up to its windows. '

const oneByOne = (text: string): readonly string[] => [...text]

test('an exact continuation is passed through', () => {
  const rest = 'Nobody had slept.'
  expect(listen(story, oneByOne(rest))).toEqual({ text: story + rest, restarted: null })
})

test.each([
  ['hel', 'lo world, and more', 'hello world, and more'],
  ['hel', 'llo world, and more', 'hello world, and more'],
  ['Write me a let', 'ter, please', 'Write me a letter, please'],
  ['Bring me some wat', 'ter, please', 'Bring me some water, please'],
  ['There are', ' are three of them', 'There are three of them'],
  ['It was sort', ' sorted by hand', 'It was sorted by hand'],
  ['At 9:0', '0 the shop opens', 'At 9:00 the shop opens'],
  ['1. Mix it.\n2', '2. Bake it for an hour.\n', '1. Mix it.\n2. Bake it for an hour.\n'],
  ['21. Mix it.\n2', '2. Bake it for an hour.\n', '21. Mix it.\n22. Bake it for an hour.\n'],
  [
    '10. Mix it.\n    1. Whisk.\n    2. Fold.\n1',
    '1. Bake it for an hour.\n',
    '10. Mix it.\n    1. Whisk.\n    2. Fold.\n11. Bake it for an hour.\n',
  ],
  [
    '| a | b | c |\n| --- | ',
    '--- | --- |\n| 1 | 2 | 3 |\n',
    '| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n',
  ],
])('short evidence is weighed: %j and %j', (partial, said, whole) => {
  expect(listen(partial, [said])).toEqual({ text: whole, restarted: null })
})

test.each([
  [
    'a paragraph',
    'Some first paragraph.\n',
    '\nAnother one, which goes on for a while to be sure.\n',
  ],
  ['a list', '# Title\n\n- one thing\n- two things\n', '\nAfter the list comes a paragraph.\n'],
  ['a table', '| a | b |\n| - | - |\n| 1 | 2 |\n', '\nAfter the table comes a paragraph.\n'],
  ['a quote', '> No pain,\n> no gain.\n', '\nSo they say, and it goes on for a while.\n'],
  ['a rule', 'That was it.\n\n---\n', '\nIf none of this helps, there is more to try.\n'],
  ['code', '```py\nimport os\n', '\ndef main():\n    print(os.name)\n```\n'],
  ['code with two blank lines', '```py\nimport os\n\n', '\ndef main():\n    pass\n```\n'],
  ['a hard break', 'Roses are red, ', ' \nviolets are blue, and so it goes on and on.\n'],
])('a line end after %s is not taken for a repetition', (_name, partial, said) => {
  for (const pieces of [[said], oneByOne(said)]) {
    expect(listen(partial, pieces)).toEqual({ text: partial + said, restarted: null })
  }
})

test.each([
  ['## Rate limiting', '\n\nRate limiting keeps a server alive. It is done in three steps.\n'],
  ['# 如何学习编程', '\n\n学习编程需要时间和耐心。下面是一些建议。\n'],
  ['## Introduction to Kubernetes', '\n\nKubernetes runs containers on many machines at once.\n'],
])('a paragraph may begin with the words of its heading: %j and %j', (partial, said) => {
  for (const pieces of [[said], oneByOne(said)]) {
    for (const exact of [true, false]) {
      expect(listen(partial, pieces, exact)).toEqual({ text: partial + said, restarted: null })
    }
  }
})

test('half a sentence that is said again after a line break is a repetition', () => {
  const said = '\n\nand the mill stood in brown water up to its windows. Nobody had slept.'
  expect(listen(story.trimEnd(), oneByOne(said)).text).toBe(`${story}Nobody had slept.`)
})

test('a line that is said again after a line break is a repetition', () => {
  const partial = 'What to bring:\n\n- A coat\n- Boots for the mud'
  const said = '\n\n- Boots for the mud, and a rope that is long enough.'
  expect(listen(partial, oneByOne(said)).text).toBe(`${partial}, and a rope that is long enough.`)
})

test.each([
  ['`', '``python\nimport os\n'],
  ['``', '`python\nimport os\n'],
  ['```', '```python\nimport os\n'],
  ['``', '```python\nimport os\n'],
  ['```python\nimport os\n`', '``\n\nRun it with Python 3.\n'],
  ['```python\nimport os\n```', '```\n\nRun it with Python 3.\n'],
])('a fence that was cut has three marks: %j and %j', (cut, said) => {
  const heard = listen(`You can write it like this:\n\n${cut}`, oneByOne(said))
  const code = 'You can write it like this:\n\n```python\nimport os\n'
  expect(`${code}\`\`\`\n\nRun it with Python 3.\n`.startsWith(heard.text)).toBe(true)
})

test.each([
  ['<div>\n  <div>\n    <p>Two</p>\n  </div>\n', '</div>\n```\n\nAnd the style is below.\n'],
  [
    'class Point {\n    get() {\n        return 1;\n    }\n',
    '}\n\nclass Size {\n    get() {\n        return 2;\n    }\n}\n',
  ],
])(
  'what closes a block is text, though it ends the line before as well: %j and %j',
  (partial, said) => {
    for (const pieces of [[said], oneByOne(said)]) {
      expect(listen(partial, pieces)).toEqual({ text: partial + said, restarted: null })
    }
  },
)

test('a line that is begun again is not parted from itself', () => {
  const partial = '- 👍 You passed it well\n- 🚀 Next:'
  const said = '- 🚀 Next: the project, which is due in a week from now on.\n'
  expect(listen(partial, oneByOne(said)).text).toBe(`- 👍 You passed it well\n${said}`)
})

test('a line end that would part a table is taken for a repetition', () => {
  const partial = '| Name | Age |\n| --- | --- |\n| Ada | 36 |\n'
  expect(listen(partial, ['\n| Alan | 41 |\n| Grace | 85 |\n']).text).toBe(
    `${partial}| Alan | 41 |\n| Grace | 85 |\n`,
  )
})

test('an answer cut anywhere and gone on with exactly is the answer', () => {
  fc.assert(
    fc.property(generatedDocument, fc.nat({ max: 100_000 }), fc.boolean(), (unix, place, crlf) => {
      const document = crlf ? unix.replaceAll('\n', '\r\n') : unix
      const cut = beforePair(document, place % document.length)
      const partial = document.slice(0, cut)
      const rest = document.slice(cut)
      fc.pre(!mayBeRepetition(partial, rest))
      expect(listen(partial, [rest])).toEqual({ text: document, restarted: null })
    }),
    { numRuns: 3000, seed: 7 },
  )
})

test('a repeated end is skipped, whatever its length and however it is cut', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.double({ min: 0.2, max: 0.95, noNaN: true }),
      fc.integer({ min: 12, max: 1200 }),
      fc.integer({ min: 1, max: 50 }),
      (document, share, length, size) => {
        const cut = beforePair(document, Math.floor(document.length * share))
        const said = document.slice(beforePair(document, Math.max(0, cut - length)))
        const pieces = said.match(new RegExp(`.{1,${size}}`, 'gs')) ?? []
        expect(listen(document.slice(0, cut), pieces)).toEqual({ text: document, restarted: null })
      },
    ),
    { numRuns: 200, seed: 3 },
  )
})

test('nothing that a model says is lost, whatever it says', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string({ unit: 'grapheme' })), (partial, pieces) => {
      const { text, restarted } = listen(partial, pieces)
      const said = pieces.join('')
      if (restarted !== null) expect(restarted).toBe(said)
      expect(text.startsWith(partial)).toBe(true)
      const added = text.slice(partial.length)
      if (restarted === null && said.length > 400)
        expect(added.endsWith(said.slice(400))).toBe(true)
    }),
  )
})

test('the decision does not depend on how the text is cut into pieces', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.integer({ min: 50, max: 900 }),
      fc.integer({ min: 0, max: 30 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }),
      (document, cut, length, sizes) => {
        const partial = document.slice(0, beforePair(document, cut))
        const said = document.slice(beforePair(document, partial.length - length), cut + 300)
        const pieces: string[] = []
        for (let at = 0, index = 0; at < said.length; index += 1) {
          const size = sizes[index % sizes.length] ?? 1
          pieces.push(said.slice(at, at + size))
          at += size
        }
        expect(listen(partial, pieces).text).toBe(listen(partial, oneByOne(said)).text)
      },
    ),
    { numRuns: 60, seed: 5 },
  )
})

test('what is decided flows on at once', () => {
  const joiner = createContinuationJoiner(story)
  expect(joiner.push('Zacharias came down the hill with a rope')).not.toEqual([])
  expect(joiner.push(' and')).toEqual([{ type: 'text', text: ' and' }])
  expect(joiner.finish('complete')).toEqual([])
})

test('a model that says it all again word for word is only heard where it goes on', () => {
  const whole = `${story.repeat(3)}${'Nobody knew what to do. '.repeat(300)}The end.`
  const cut = whole.length - 300
  expect(listen(whole.slice(0, cut), whole.match(/.{1,7}/gs) ?? [])).toEqual({
    text: whole,
    restarted: null,
  })
})

test('a model that starts over in other words is noticed, and its version is whole', () => {
  const said = story.replace('morning', 'dawn').replace('brown', 'muddy') + story
  expect(listen(`${story}Nobody had sl`, oneByOne(said))).toEqual({
    text: `${story}Nobody had sl`,
    restarted: said,
  })
})

test.each([
  ['para one.', '\n\nPara two.\n'],
  ['para one.\n\n', 'Para two.\n'],
  ['## Pros of option A\n', '## Pros of option B\n\nIt is cheap.\n'],
  ['## 方案一的优点\n\n', '## 方案二的优点\n\n便宜。\n'],
  [
    '## Advantages of the first option\n\nNone.\n\n',
    '## Advantages of the second option\n\nAll.\n',
  ],
  ['- Install the package on server one\n- ', 'Install the package on server two\n'],
])('a beginning as short as %j may be followed by one like it: %j', (partial, said) => {
  for (const pieces of [[said], oneByOne(said)]) {
    expect(listen(partial, pieces)).toEqual({ text: partial + said, restarted: null })
  }
})

test('an answer that is a list of lines like each other goes on with one more, wherever it is cut', () => {
  const numbers = 'one two three four five six seven eight nine ten'.split(' ')
  for (const intro of ['', 'Do this:\n\n', '```sh\n']) {
    const list =
      intro + numbers.map((number) => `- Install the package on server ${number}\n`).join('')
    for (let cut = 1; cut < list.length; cut += 1) {
      if (mayBeRepetition(list.slice(0, cut), list.slice(cut))) continue
      expect(listen(list.slice(0, cut), [list.slice(cut)])).toEqual({ text: list, restarted: null })
    }
  }
})

test('a long repetition of the beginning that leaves it is a restart', () => {
  const partial = `${story.repeat(2)}${'Nobody knew what to do. '.repeat(300)}`
  const said = `${partial.slice(0, 5000)}but then came the rain.`
  expect(listen(partial, said.match(/.{1,90}/gs) ?? []).restarted).toBe(said)
})

const refrain = [
  'Oh the river, the river, it carries us down,',
  'past the mill and the meadow, past village and town,',
  'and whoever would swim it comes home with a crown.',
].join('\n')
const longRefrain = Array.from({ length: 4 }, (_, index) =>
  refrain.replace('river', ['river', 'brook', 'stream', 'tide'][index] ?? ''),
).join('\n')

test.each([
  [
    'a list with like items',
    '## Ubuntu\n\n1. Download the installer.\n2. Restart the computer and open the settings once more.\n\n## Fedora\n\n1. Download the package.\n',
    '2. Restart the computer and open the settings once more.\n',
  ],
  [
    'code with like lines',
    '```ts\nexport async function open(path: string) {\n  const handle = await lock(path)\n  if (handle === null) throw new LockedError(path)\n  return handle\n}\n\nexport async function remove(path: string) {\n  const handle = await lock(path)\n',
    '  if (handle === null) throw new LockedError(path)\n  return handle\n}\n',
  ],
  [
    'a table with like rows',
    '| Day | Opens | Closes | Remark |\n|---|---|---|---|\n| Monday | 9:00 | 17:00 | Ring at the side door |\n| Tuesday | 9:00 | 17:00 | Ring at the side door |\n| Friday |',
    ' 9:00 | 17:00 | Ring at the side door |\n',
  ],
  [
    'a song that ends with the refrain it began with',
    `${refrain}\n\nThe miller has flour, the ferryman rope.\n\n`,
    `${refrain}\n`,
  ],
  [
    'a song that ends with the long refrain it began with',
    `${longRefrain}\n\nThe miller has flour, the ferryman rope.\n\n`,
    longRefrain,
  ],
  [
    'a song with a long refrain',
    `A song:\n\n${longRefrain}\n\nThe miller has flour, the ferryman rope.\n\n`,
    longRefrain,
  ],
])('a complete answer may end with words it has said before: %s', (_name, partial, said) => {
  for (const pieces of [[said], oneByOne(said)]) {
    expect(listen(partial, pieces)).toEqual({ text: partial + said, restarted: null })
  }
})

test('a refrain of any length may come again after an opening phrase, and before something new', () => {
  const partial = `A song:\n\n${longRefrain}\n\nThe miller has flour, the ferryman rope.\n\n`
  const rest = `${longRefrain}\n\nThe miller is sleeping, the ferryman sings.\n`
  const said = `Sure, here is the continuation:\n\n${rest}`
  expect(listen(partial, oneByOne(said))).toEqual({ text: partial + rest, restarted: null })
})

test('a repetition from the very beginning that is cut before its end adds nothing', () => {
  const whole = `${story}${'Nobody knew what to do. '.repeat(40)}`
  const joiner = createContinuationJoiner(whole)
  expect(joiner.push(whole.slice(0, 600))).toEqual([])
  expect(joiner.finish('cut')).toEqual([])
})

test.each([
  'Sure, here is the continuation:\n\n',
  'Certainly! Continuing from where I left off:\n\n',
  '(continued)\n',
  '…',
  'Klar, hier ist die Fortsetzung:\n\n',
  '好的，以下是后续内容：\n\n',
])('the opening phrase %j is not part of the answer', (opening) => {
  expect(listen(`${story}Nobody had sl`, oneByOne(`${opening}ept that night.`))).toEqual({
    text: `${story}Nobody had slept that night.`,
    restarted: null,
  })
})

test('an answer may speak of continuing, and agree, on its own account', () => {
  for (const said of ['Sure, you can do that, too.', 'Continuing in this way leads nowhere.']) {
    expect(listen(story, [said]).text).toBe(story + said)
  }
})

test('a code block that is open is not opened again', () => {
  const partial = 'Try this:\n\n```ts\nconst a = 1\n'
  const whole = `${partial}const b = 2\n\`\`\`\n`
  for (const opener of ['', '```ts\n', '```typescript\n', '```ts\nconst a = 1\n']) {
    expect(listen(partial, oneByOne(`${opener}const b = 2\n\`\`\`\n`)).text).toBe(whole)
  }
  expect(listen(partial, ['```\n\nThat is all.']).text).toBe(`${partial}\`\`\`\n\nThat is all.`)
})

test('the header of a table that is open is not repeated', () => {
  const header = '| Name | Age |\n| --- | --- |\n'
  const partial = `Here:\n\n${header}| Ada | 36 |\n`
  const said = `${header}| Alan | 41 |\n`
  expect(listen(partial, oneByOne(said)).text).toBe(`${partial}| Alan | 41 |\n`)
  expect(listen(partial.trimEnd(), oneByOne(said)).text).toBe(`${partial}| Alan | 41 |\n`)
})

test('line ends may differ, and be cut in two', () => {
  const partial = 'First line of the text.\r\nSecond line of it.\r'
  expect(listen(partial, ['\nThird.']).text).toBe(`${partial}\nThird.`)
  expect(listen(partial, ['\r', '\nThird.']).text).toBe(`${partial}\nThird.`)
  const said = 'First line of the text.\nSecond line of it.\nThird.'
  expect(listen(partial, oneByOne(said)).text).toBe(`${partial}\nThird.`)
})

test('a character outside of the basic plane stays whole', () => {
  expect(listen('Good 😀', ['😀 morning to all of you here']).text).not.toMatch(/\p{Surrogate}/u)
  expect(listen('Good 😀', ['\ud83d', '\ude01 morning to all of you']).text).toContain('😁 morning')
})

test('a model that was asked to go on within its message is believed sooner', () => {
  expect(listen('Bring me some wat', ['ter, please'], true).text).toBe(
    'Bring me some watter, please',
  )
})

test('an answer of 64 MB is joined in a moment', () => {
  const partial = 'A line of text that says nothing.\n'.repeat(2_000_000)
  expect(listen(partial, ['and an end']).text.length).toBe(partial.length + 10)
})

/** Whether nobody could tell: by chance the rest begins with the last characters, or is known as a whole. */
function mayBeRepetition(partial: string, rest: string): boolean {
  if (partial.includes(rest)) return true
  const lengths = Array.from(
    { length: Math.min(partial.length, rest.length) },
    (_, index) => index + 1,
  )
  return lengths.some((length) => {
    const repeated = rest.slice(0, length)
    return partial.endsWith(repeated) && !/^[\r\n]+$/u.test(repeated)
  })
}

function beforePair(text: string, index: number): number {
  return /[\udc00-\udfff]/u.test(text[index] ?? '') ? index - 1 : index
}
