import { describe, expect, test } from 'vitest'
import { composeAnswer } from '../../../src/main/providers/handbook/compose-answer'
import { answerFromManual, manualSections } from '../../../src/main/providers/handbook/manual'

function ranked(title: string, score: number) {
  const section = { page: 'Page', title, anchor: title, text: `About ${title}.`, alsoAsked: [] }
  return { section, score }
}

describe('an answer', () => {
  test('quotes the best section in full and names up to three others', () => {
    const found = [ranked('A', 10), ranked('B', 9), ranked('C', 8), ranked('D', 7), ranked('E', 6)]
    expect(composeAnswer(found, [])).toBe(
      `From the Handbook, “Page”:

### A

About A.

**See also**

- B (“Page”)
- C (“Page”)
- D (“Page”)
`,
    )
  })

  test('leaves out what hardly fits', () => {
    expect(composeAnswer([ranked('A', 10), ranked('B', 1)], [])).not.toContain('See also')
  })

  test('says what the Handbook is and what it knows when nothing is found', () => {
    const answer = composeAnswer([], ['Privacy', 'Settings'])
    expect(answer).toContain('not a language model')
    expect(answer).toContain('only know about Rivulet')
    expect(answer).toContain('- Privacy\n- Settings\n')
    expect(answer).toContain('add a provider')
  })
})

describe('from the real manual', () => {
  test('a question is answered with the whole section', () => {
    const section = manualSections.find(({ anchor }) => anchor === 'searching#search-your-history')
    expect(answerFromManual('How do I search my history?')).toContain(
      `### Search your history\n\n${section?.text}\n`,
    )
  })

  test('every title of a page is a topic, and asking for a topic finds something', () => {
    const notFound = answerFromManual('What is the capital of France?')
    const topics = new Set(manualSections.map(({ page }) => page))
    for (const topic of topics) {
      expect(notFound).toContain(`- ${topic}\n`)
      expect(answerFromManual(topic), topic).toMatch(/^From the Handbook/)
    }
  })

  test('every title of a section finds that section first', () => {
    for (const { title } of manualSections) {
      expect(answerFromManual(title)).toContain(`\n### ${title}\n`)
    }
  })
})
