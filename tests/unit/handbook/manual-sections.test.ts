import { describe, expect, test } from 'vitest'
import { manualSections } from '../../../src/main/providers/handbook/manual'
import { parseManualPage } from '../../../src/main/providers/handbook/manual-sections'

describe('parsing a page', () => {
  test('cuts at second-level headings and keeps the text below them', () => {
    expect(
      parseManualPage('# Page\n\n## One, *two*\n\nText.\n\n### Part\n\nMore.\n\n## Three\nEnd'),
    ).toEqual([
      {
        page: 'Page',
        title: 'One, *two*',
        anchor: 'page#one-two',
        text: 'Text.\n\n### Part\n\nMore.',
        alsoAsked: [],
      },
      { page: 'Page', title: 'Three', anchor: 'page#three', text: 'End', alsoAsked: [] },
    ])
  })

  test('text before the first section stands under the title of the page', () => {
    expect(
      parseManualPage('# Page\n\nHello.\n\n## One\n\nText.').map(({ anchor }) => anchor),
    ).toEqual(['page#page', 'page#one'])
  })

  test('a comment in a block of code is not a heading', () => {
    const sections = parseManualPage('# Page\n\n## One\n\n```sh\n# comment\n## more\n```\n')
    expect(sections).toHaveLength(1)
    expect(sections[0]?.text).toBe('```sh\n# comment\n## more\n```')
  })

  test('reads Windows line ends', () => {
    expect(parseManualPage('# Page\r\n\r\n## One\r\n\r\na\r\nb\r\n')[0]?.text).toBe('a\nb')
  })

  test('headings that repeat get anchors of their own', () => {
    expect(parseManualPage('# P\n## A\nx\n## A\ny').map(({ anchor }) => anchor)).toEqual([
      'p#a',
      'p#a-2',
    ])
  })

  test('an `also asked` comment is taken out of the text', () => {
    const [section] = parseManualPage(
      '# P\n\n## A\n\n<!-- also asked: one thing, another -->\n\nText.',
    )
    expect(section).toMatchObject({ text: 'Text.', alsoAsked: ['one thing', 'another'] })
  })

  test('nothing in, nothing out', () => {
    expect(parseManualPage('')).toEqual([])
  })
})

const pages = Object.entries(
  import.meta.glob<string>('../../../docs/manual/*.md', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, markdown]) => [path.split('/').at(-1) ?? path, markdown] as const)

describe('the manual', () => {
  test('has pages', () => {
    expect(pages.length).toBeGreaterThanOrEqual(12)
  })

  test.each(pages)('%s has a title and sections of a readable length', (_, markdown) => {
    expect(markdown).toMatch(/^# \S/)
    expect(markdown.match(/^# /gm)).toHaveLength(1)
    const sections = parseManualPage(markdown)
    expect(sections.length).toBeGreaterThanOrEqual(2)
    for (const { text, title } of sections) {
      const words = text.split(/\s+/).length
      expect(words, title).toBeGreaterThanOrEqual(50)
      expect(words, title).toBeLessThanOrEqual(200)
      expect(text, title).not.toContain('<!--')
    }
  })

  test('anchors are unique', () => {
    const anchors = manualSections.map(({ anchor }) => anchor)
    expect(new Set(anchors).size).toBe(anchors.length)
  })
})
