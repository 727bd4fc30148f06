import type { MarkdownIt, Token } from 'markdown-it'

const mark = /^\[([ xX])\](?:\s+|$)/

/** Takes `[ ]` and `[x]` out of the text of list items and notes them on the item. */
export function taskLists(parser: MarkdownIt): void {
  parser.core.ruler.after('inline', 'task-lists', ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const paragraph = tokens[index + 1]
      const first = tokens[index + 2]?.children?.[0]
      if (token.type !== 'list_item_open' || paragraph?.type !== 'paragraph_open') continue
      const match = first?.type === 'text' ? mark.exec(first.content) : null
      if (first === undefined || match === null) continue
      token.meta = { done: match[1] !== ' ' }
      first.content = first.content.slice(match[0].length)
    }
  })
}

/** Null for an item that is no task. */
export function isTaskDone(item: Token): boolean | null {
  const meta: { readonly done?: unknown } | null = item.meta
  return typeof meta?.done === 'boolean' ? meta.done : null
}
