import { describe, expect, test } from 'vitest'
import { indexManual, searchManual } from '../../../src/main/providers/handbook/manual-search'
import type { ManualSection } from '../../../src/main/providers/handbook/manual-sections'
import { meaningfulWords } from '../../../src/main/providers/handbook/manual-words'

function section(title: string, text: string, ...alsoAsked: string[]): ManualSection {
  return { page: 'Page', title, anchor: `page#${title}`, text, alsoAsked }
}

describe('the words of a text', () => {
  test.each([
    ['Stored, storing, STORES', ['stor', 'stor', 'stor']],
    ['copied copies copying', ['copy', 'copy', 'copy']],
    ['stopped stopping stops', ['stop', 'stop', 'stop']],
    ['Café naïve', ['caf', 'naiv']],
    ['the key’s place', ['key', 'plac']],
    ['press status', ['press', 'status']],
    ['where is my', []],
    ['Wo ist der Schlüssel?', ['wo', 'ist', 'der', 'schlussel']],
    ['日本語', ['日本語']],
  ])('%s', (text, words) => {
    expect(meaningfulWords(text)).toEqual(words)
  })

  test('different words for one thing meet', () => {
    expect(meaningfulWords('erase chats')).toEqual(meaningfulWords('deleting a conversation'))
  })
})

describe('searching', () => {
  const index = indexManual([
    section('Apples', 'Fruit that grows on trees.'),
    section('Trees', 'Apples, pears and plums grow on them. Apples most of all.'),
    section('Stones', 'They do not grow.', 'pebbles', 'rocks on the beach'),
  ])
  const titles = (question: string) =>
    searchManual(index, question).map(({ section }) => section.title)

  test('a word in the title counts more than the same word in the text', () => {
    expect(titles('an apple')).toEqual(['Apples', 'Trees'])
  })

  test('other ways to ask are searched', () => {
    expect(titles('are there pebbles?')).toEqual(['Stones'])
  })

  test('scores never rise', () => {
    const scores = searchManual(index, 'apples grow on trees').map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((left, right) => right - left))
    expect(scores.length).toBeGreaterThan(1)
  })

  test('a question that is mostly about something else finds nothing', () => {
    expect(titles('grow bananas in a greenhouse')).toEqual([])
  })

  test('nothing asked, nothing found; no manual, nothing found', () => {
    expect(titles('')).toEqual([])
    expect(searchManual(indexManual([]), 'apples')).toEqual([])
  })
})
