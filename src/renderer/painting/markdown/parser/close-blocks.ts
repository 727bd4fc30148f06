import type { ContainerDraft, Draft, LeafDraft, ParagraphDraft } from './draft'
import { mostDefinitions } from './labels'
import { takeDefinitions } from './link-definitions'
import { innermost, type State } from './state'

/** Closes the open leaf and all containers above the one at `index` of the stack. */
export function closeAbove(state: State, index: number): void {
  closeLeaf(state)
  while (state.stack.length > index + 1) {
    const closed = state.stack.pop() as ContainerDraft
    addChild(innermost(state), closed)
  }
}

export function closeLeaf(state: State): void {
  const { leaf } = state
  if (leaf === null) return
  state.leaf = null
  if (leaf.kind === 'paragraph') {
    giveDefinitions(state, leaf, false)
    if (leaf.content === '') return
    leaf.atEnd = false
  }
  addChild(innermost(state), leaf)
}

/** A leaf that no further line can belong to. */
export function addLeaf(state: State, leaf: LeafDraft): void {
  addChild(innermost(state), leaf)
}

/** Moves the definitions at the beginning of the open paragraph to where they are looked for. */
export function giveDefinitions(
  state: State,
  paragraph: ParagraphDraft,
  settledOnly: boolean,
): void {
  const most = mostDefinitions - state.definitions.length
  for (const definition of takeDefinitions(paragraph, settledOnly, most)) {
    addChild(innermost(state), definition)
    state.definitions = state.definitions.with(definition)
  }
}

function addChild(parent: ContainerDraft, child: Draft): void {
  if (child.kind === 'code') child.closed = true
  parent.children.push(child)
  parent.end = Math.max(parent.end, child.end)
  parent.endLine = Math.max(parent.endLine, child.endLine)
}
