import { composeAnswer } from './compose-answer'
import { indexManual, searchManual } from './manual-search'
import { parseManualPage } from './manual-sections'

const pages = import.meta.glob<string>('../../../../docs/manual/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** All sections of the manual, in the order of its pages. */
export const manualSections = Object.keys(pages)
  .sort()
  .flatMap((path) => parseManualPage(pages[path] ?? ''))

const topics = [...new Set(manualSections.map(({ page }) => page))]
const index = indexManual(manualSections)

/** What the Handbook says to a question, as Markdown. */
export function answerFromManual(question: string): string {
  return composeAnswer(searchManual(index, question), topics)
}
