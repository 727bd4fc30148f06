import type { RankedSection } from './manual-search'
import type { ManualSection } from './manual-sections'

const mostSeeAlso = 3
/** A section that scores less than this share of the best one is not worth a look. */
const relatedShare = 0.35

function seeAlso(found: readonly RankedSection[]): readonly ManualSection[] {
  const [best, ...others] = found
  if (best === undefined) return []
  return others
    .filter(({ score }) => score >= best.score * relatedShare)
    .slice(0, mostSeeAlso)
    .map(({ section }) => section)
}

function composeFound(section: ManualSection, related: readonly ManualSection[]): string {
  const answer = `From the Handbook, “${section.page}”:\n\n### ${section.title}\n\n${section.text}\n`
  if (related.length === 0) return answer
  const list = related.map(({ title, page }) => `- ${title} (“${page}”)`)
  return `${answer}\n**See also**\n\n${list.join('\n')}\n`
}

function composeNotFound(topics: readonly string[]): string {
  return `I found nothing about that in the manual. I am the Handbook: not a language model, but a search through Rivulet’s manual, so I only know about Rivulet.

You can ask me about:

${topics.map((topic) => `- ${topic}`).join('\n')}

For questions about anything else, open **Settings**, **Providers** and add a provider: a service for which you have an API key, or a model on your own computer. Then pick one of its models with **Model** at the top of the window.
`
}

/**
 * The Handbook's answer, as Markdown.
 *
 * @param found what the search returned, best first; empty when it found nothing
 * @param topics what to offer then: the titles of the manual's pages
 */
export function composeAnswer(found: readonly RankedSection[], topics: readonly string[]): string {
  const best = found[0]
  return best === undefined ? composeNotFound(topics) : composeFound(best.section, seeAlso(found))
}
