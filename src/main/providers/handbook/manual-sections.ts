/** A part of the manual that answers one question. */
export interface ManualSection {
  /** The title of its page. */
  readonly page: string
  readonly title: string
  /** Unique in the manual as long as page titles are: `quick-ask#the-hotkey`. */
  readonly anchor: string
  /** Markdown, without the heading. */
  readonly text: string
  /** Other words that people use for it, from an `also asked` comment; searched, never shown. */
  readonly alsoAsked: readonly string[]
}

const fence = /^ {0,3}(?:```|~~~)/
const alsoAskedComment = /^<!-- also asked: (.*?) -->\n*/
const heading = /^(#{1,2}) +(.+?)(?: +#+)? *$/

function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

interface Part {
  readonly title: string
  readonly lines: readonly string[]
}

/** Cuts at `#` and `##`; a `#` inside a block of code is a comment, not a heading. */
function partsOf(markdown: string): { readonly page: string; readonly parts: readonly Part[] } {
  let page = ''
  let inCode = false
  let lines: string[] = []
  const parts: Part[] = []
  for (const line of markdown.split(/\r?\n/)) {
    if (fence.test(line)) inCode = !inCode
    const [, marks, title] = (inCode ? null : heading.exec(line)) ?? []
    if (title === undefined) {
      lines.push(line)
      continue
    }
    if (marks === '#') page = title
    lines = []
    parts.push({ title, lines })
  }
  return { page, parts }
}

function bodyOf(body: string): Pick<ManualSection, 'text' | 'alsoAsked'> {
  const comment = alsoAskedComment.exec(body)
  return {
    text: body.slice(comment?.[0].length ?? 0),
    alsoAsked: comment?.[1]?.split(',').map((asked) => asked.trim()) ?? [],
  }
}

/**
 * The sections of a page: what stands under each `##`. Text between the page's title and its first
 * section becomes a section with the title of the page. Headings with nothing below are left out.
 */
export function parseManualPage(markdown: string): readonly ManualSection[] {
  const { page, parts } = partsOf(markdown)
  const timesSeen = new Map<string, number>()
  return parts
    .map(({ title, lines }) => ({ title, ...bodyOf(lines.join('\n').trim()) }))
    .filter(({ text }) => text !== '')
    .map(({ title, text, alsoAsked }) => {
      const base = `${slug(page)}#${slug(title)}`
      const times = (timesSeen.get(base) ?? 0) + 1
      timesSeen.set(base, times)
      return { page, title, anchor: times === 1 ? base : `${base}-${times}`, text, alsoAsked }
    })
}
