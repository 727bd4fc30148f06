import type { Message } from './conversation'

/** A message on the shown path, with where it stands among its alternatives. */
export interface PathStep {
  readonly message: Message
  /** All versions of this turn in the order of their making, itself included. */
  readonly versions: readonly string[]
}

/**
 * The branch to show: through the chosen message down to its newest descendants. Without a choice,
 * or when the choice is not there, the newest message decides at every fork.
 */
export function pathThrough(
  messages: readonly Message[],
  chosenMessageId: string | null,
): readonly PathStep[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const children = new Map<string | null, Message[]>()
  for (const message of messages) {
    const siblings = children.get(message.parentId)
    if (siblings === undefined) children.set(message.parentId, [message])
    else siblings.push(message)
  }

  const ancestors = new Set<string>()
  let ancestor = chosenMessageId === null ? undefined : byId.get(chosenMessageId)
  while (ancestor !== undefined && !ancestors.has(ancestor.id)) {
    ancestors.add(ancestor.id)
    ancestor = ancestor.parentId === null ? undefined : byId.get(ancestor.parentId)
  }

  const path: PathStep[] = []
  let siblings = children.get(null)
  while (siblings !== undefined) {
    const message = siblings.find(({ id }) => ancestors.has(id)) ?? siblings.at(-1)
    if (message === undefined) break
    path.push({ message, versions: siblings.map(({ id }) => id) })
    siblings = children.get(message.id)
  }
  return path
}
