import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createReasoningTags } from '../../../src/main/providers/reasoning-tags'

/** Text and reasoning of content that arrives in these pieces. */
function read(pieces: readonly string[]) {
  const tags = createReasoningTags()
  const passages = [...pieces.flatMap((piece) => tags.push(piece)), ...tags.flush()]
  const join = (type: string) =>
    passages.map((passage) => (passage.type === type ? passage.text : '')).join('')
  return { text: join('text'), reasoning: join('reasoning'), passages }
}

describe('Reasoning tags', () => {
  test.each([
    ['Hello', 'Hello', ''],
    ['\n\n Hello', '\n\n Hello', ''],
    ['<think>Hm.</think>\n\nHello', 'Hello', 'Hm.'],
    ['\n<think>\nHm.\n</think>Hello', 'Hello', '\nHm.\n'],
    ['<think></think>Hello', 'Hello', ''],
    ['<think>a < b </thin </think>Hello', 'Hello', 'a < b </thin '],
    ['<think>Hm', '', 'Hm'],
    ['<think>Hm</thi', '', 'Hm</thi'],
    ['<thinking>Hm', '<thinking>Hm', ''],
    ['<thi', '<thi', ''],
    ['Hello <think>no</think>', 'Hello <think>no</think>', ''],
    ['<think>a</think><think>b</think>c', '<think>b</think>c', 'a'],
    ['', '', ''],
  ])('%j wherever it is split', (content, text, reasoning) => {
    expect(read([content])).toMatchObject({ text, reasoning })
    expect(read(content.split(''))).toMatchObject({ text, reasoning })
    for (let cut = 0; cut <= content.length; cut += 1)
      expect(read([content.slice(0, cut), content.slice(cut)])).toMatchObject({ text, reasoning })
  })

  test('holds nothing back that cannot become a tag', () => {
    const tags = createReasoningTags()
    expect(tags.push('H')).toEqual([{ type: 'text', text: 'H' }])
    expect(tags.push('<')).toEqual([{ type: 'text', text: '<' }])
  })

  test('never cuts a character in two, and loses nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (words, inside) => {
        const content = inside ? `<think>x${words}` : `x${words}`
        const { passages, text, reasoning } = read(content.split(''))
        expect(text + reasoning).toBe(`x${words}`)
        for (const passage of passages) expect(passage.text).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })
})
