import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ParsedMarkdown,
  parseMarkdown,
} from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { anyMarkdown, extensions } from './examples'

function grow(text: string, step: (now: ParsedMarkdown, before: ParsedMarkdown) => void): void {
  let before = parseMarkdown('', { growing: true })
  for (let length = 1; length <= text.length; length += 1) {
    const now = parseMarkdown(text.slice(0, length), { growing: true, previous: before })
    step(now, before)
    before = now
  }
}

const numbers = new Map<string, number>()

/** Nodes by what they are; those of one document that are equal count once. */
function nodesOf(document: unknown): ReadonlyMap<string, ReadonlySet<object>> {
  const nodes = new Map<string, Set<object>>()
  // A number for all that is equal, so that the key of what is deeply nested stays short.
  const keyOf = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const parts = Object.entries(value).map(([name, part]) => `${name}=${keyOf(part)}`)
    const text = `${Array.isArray(value) ? 'list' : 'record'} ${parts.join()}`
    const key = `#${numbers.get(text) ?? numbers.size}`
    if (!numbers.has(text)) numbers.set(text, numbers.size)
    if ('start' in value) nodes.set(key, (nodes.get(key) ?? new Set()).add(value))
    return key
  }
  keyOf(document)
  return nodes
}

function expectSameNodes(now: ParsedMarkdown, before: ParsedMarkdown): void {
  const known = nodesOf(before.document)
  for (const [key, nodes] of nodesOf(now.document)) {
    const equal = known.get(key)
    if (equal === undefined) continue
    for (const node of nodes)
      if (!equal.has(node)) expect.fail(`${now.text}: ${JSON.stringify(node)}`)
  }
}

describe('a node that is equal to before is the same object', () => {
  test.each(extensions.filter((text) => text.length < 500).map((text) => [text]))(
    'in %j',
    (text) => {
      grow(text, expectSameNodes)
    },
  )

  test('in any Markdown', () => {
    fc.assert(
      fc.property(anyMarkdown, (text) => grow(text, expectSameNodes)),
      { numRuns: 60 },
    )
  })

  test('and the document too', () => {
    const before = parseMarkdown('One\n\n- two\n', { growing: true })
    expect(parseMarkdown('One\n\n- two\n- ', { growing: true, previous: before }).document).toBe(
      before.document,
    )
  })
})

describe('what arrives changes only what it belongs to', () => {
  test('a definition: the paragraphs that ask for it', () => {
    const text = 'One [a].\n\n> Two [b].\n\n- Three\n\n'
    const before = parseMarkdown(text, { growing: true }).document.blocks
    const previous = parseMarkdown(text, { growing: true })
    const after = parseMarkdown(`${text}[a]: https://a.com\n`, { growing: true, previous })
    expect(after.document.blocks[0]).not.toEqual(before[0])
    expect(after.document.blocks[1]).toBe(previous.document.blocks[1])
    expect(after.document.blocks[2]).toBe(previous.document.blocks[2])
  })

  test('an empty line between items: their list', () => {
    const text = '- a\n\n1. b\n2. c\n'
    const previous = parseMarkdown(text, { growing: true })
    const { blocks } = parseMarkdown(`${text}\n3. d`, { growing: true, previous }).document
    expect(blocks[0]).toBe(previous.document.blocks[0])
    expect(blocks[1]).toMatchObject({
      items: [{ tight: false }, { tight: false }, { tight: false }],
    })
  })
})

describe('the cost of what is appended', () => {
  const lines = (line: string, count = 5000) => line.repeat(count)

  test.each([
    [
      'a row of a table',
      `| a | b |\n|---|---|\n${lines('| *c* | [d] |\n', 900)}`,
      '| *e* | [f] |\n',
    ],
    ['an item of a list', lines('- one *two* [three]\n'), '- four *five*\n'],
    ['a paragraph', lines('One *two* [three] four.\n\n'), 'Five *six*.\n\n'],
    ['a word of a long paragraph', lines('One *two* three and so on, five six. '), 'and *more* '],
    ['a line of a quote', lines('> One *two* [three]\n>\n'), '> four\n'],
    ['a definition', `${lines('One *two*.\n\n')}[x] [y]\n\n`, '[x]: https://x.com\n'],
    ['a footnote', `${lines('One *two*.\n\n')}Here.[^x]\n\n`, '[^x]: there\n'],
  ])('does not grow with what is before: %s', (_, text, more) => {
    let visited = 0
    const inlineRules = {
      visited: (steps: number) => {
        visited += steps
      },
    }
    let previous = parseMarkdown(text, { growing: true, inlineRules })
    const whole = visited
    visited = 0
    let now = text
    for (const character of more) {
      now += character
      previous = parseMarkdown(now, { growing: true, inlineRules, previous })
    }
    expect(previous.document.blocks.length).toBeGreaterThan(0)
    // Each character may look back to the start of what is not settled.
    expect(visited).toBeLessThan(500 * more.length)
    expect(visited).toBeLessThan(whole / 10)
  })
})
