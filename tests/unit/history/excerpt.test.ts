import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Excerpt, excerptOf } from '../../../src/main/history/excerpt'
import { parseQuery } from '../../../src/main/history/search-query'

function marked(text: string, query: string): string {
  return shown(excerptOf(text, parseQuery(query)))
}

function shown(excerpt: Excerpt): string {
  return excerpt.map((part) => (part.found ? `[${part.text}]` : part.text)).join('')
}

test('beginnings of words are marked, in any case and with any accent', () => {
  expect(marked('The Crème and the ice-cream', 'creme crea')).toBe(
    'The [Crème] and the ice-[crea]m',
  )
  expect(marked('cafe\u0301 au lait', 'café')).toBe('[cafe\u0301] au lait')
  expect(marked('mainstream and stream', 'stream')).toBe('mainstream and [stream]')
})

test('what the index has no words for is marked anywhere', () => {
  expect(marked('明日は東京に行きます', '東京')).toBe('明日は[東京]に行きます')
  expect(marked('Straße im Nebel', 'im')).toBe('Straße [im] Nebel')
})

test('text of a message is data, whatever it looks like', () => {
  expect(marked('<b>pelican</b>', 'pelican')).toBe('<b>[pelican]</b>')
})

test('of a long text the place is shown where most of the words stand together', () => {
  const text = `pelican ${'filler '.repeat(100)}a pelican and an axolotl ${'filler '.repeat(100)}`
  const excerpt = marked(text, 'axolotl pelican')
  expect(excerpt).toContain('a [pelican] and an [axolotl]')
  expect(excerpt.startsWith('…filler')).toBe(true)
  expect(excerpt.endsWith('…')).toBe(true)
  expect(excerpt.length).toBeLessThan(200)
})

test('an excerpt is a piece of the text with spaces joined, and cuts no character', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 400 })
  fc.assert(
    fc.property(text, fc.string({ unit: 'grapheme', maxLength: 6 }), (body, query) => {
      const excerpt = excerptOf(body, parseQuery(query))
      const plain = excerpt.map((part) => part.text).join('')
      const inner = plain.replace(/^…/u, '').replace(/…$/u, '')
      expect(plain).not.toMatch(/\p{Surrogate}/u)
      expect(collapsed(body)).toContain(collapsed(inner))
    }),
    { numRuns: 300 },
  )
})

/** Each part joins its own spaces, so that two parts may leave two. */
function collapsed(text: string): string {
  return text.replace(/…/gu, '').replace(/\s+/gu, ' ').trim()
}
