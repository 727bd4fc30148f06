import type { LeafDraft } from './draft'
import { isDefinitionBegun, takeDefinitions } from './link-definitions'
import { forkLeaf, type State } from './state'

/** Whether a paragraph that begins in the container at `index` would be the first block of an item. */
export function startsItem({ stack }: State, index: number): boolean {
  const container = stack[index]
  return container?.kind === 'item' && container.children.length === 0
}

/**
 * What the next line may be to the link definitions at the beginning of a paragraph: an address the
 * last of them lacks, its title, another definition, or nothing when the paragraph holds text.
 */
export function expectedOf(leaf: LeafDraft | null): 'address' | 'title' | 'definition' | null {
  if (leaf?.kind !== 'paragraph' || leaf.lines === null) return null
  const fork = forkLeaf(leaf)
  const last = takeDefinitions(fork, false).at(-1)
  if (isDefinitionBegun(fork.content)) return 'address'
  if (fork.content !== '') return null
  return last?.title === null ? 'title' : 'definition'
}
