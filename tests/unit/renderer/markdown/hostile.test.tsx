import { describe, expect, test } from 'vitest'
import {
  type ParsedMarkdown,
  parseMarkdown,
} from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { firstPace, paceAfter } from '../../../../src/renderer/painting/markdown/slice-pace'
import { pathologicalInputs } from '../../../fixtures/pathological'
import { drawn } from './drawn'

/** As the window takes it in when every frame is short. */
function parseInSlices(text: string): ParsedMarkdown {
  let pace = firstPace
  let parsed: ParsedMarkdown | undefined
  let length = 0
  for (let now = 0; ; now += 17) {
    length += pace.slice
    const previous = parsed === undefined ? {} : { previous: parsed }
    if (length >= text.length) return parseMarkdown(text, previous)
    parsed = parseMarkdown(text.slice(0, length), { growing: true, ...previous })
    pace = paceAfter(pace, now)
  }
}

/** How much is no sign of Markdown; the label of a footnote only joins it with its references. */
const lettersIn = (text: string) =>
  text.replace(/^\[\^[^\]]*\]:/gm, '').replace(/[^a-z0-9]+/gi, '').length

/** What a reader sees, and what is said to whoever points at it, without quotation marks and the like. */
const shownText = (markup: string) =>
  markup.replace(/<[^>]*? title="([^"]*)"[^>]*>/g, ' $1 ').replace(/<[^>]*>|&[a-z]+;|&#x27;/g, '')

describe('a hostile text', () => {
  test.each(Object.entries(pathologicalInputs))('of %s is drawn with all its words', (_, make) => {
    const text = make()
    const shown = shownText(drawn(parseInSlices(text)))
    expect(lettersIn(shown)).toBeGreaterThanOrEqual(lettersIn(text))
  })
})
