import type { Message } from './conversation'

/** A message on the shown path, with where it stands among its alternatives. */
export interface PathStep {
  readonly message: Message
  /** All versions of this turn in the order of their making, itself included. */
  readonly versions: readonly string[]
}

interface MessageTree {
  readonly byId: ReadonlyMap<string, Message>
  readonly children: ReadonlyMap<string | null, readonly Message[]>
  /** The paths that were asked for, by what was chosen. */
  readonly paths: Map<string | null, readonly PathStep[]>
}

// A conversation of 10,000 messages is asked for the same path many times a second.
const trees = new WeakMap<readonly Message[], MessageTree>()
const lastVersions = new WeakMap<Message, readonly string[]>()

/** Undefined where it is not among them. The same messages are gone through once. */
export function messageIn(messages: readonly Message[], id: string): Message | undefined {
  return treeOf(messages).byId.get(id)
}

/**
 * The branch to show: through the chosen message down to its newest descendants. Without a choice,
 * or when the choice is not there, the newest message decides at every fork. Of messages that are
 * not all here yet, the part of the branch that is. The same messages and choice give the same path.
 */
export function pathThrough(
  messages: readonly Message[],
  chosenMessageId: string | null,
): readonly PathStep[] {
  const tree = treeOf(messages)
  const known = tree.paths.get(chosenMessageId)
  if (known !== undefined) return known
  const path = findPath(messages, tree, chosenMessageId)
  tree.paths.set(chosenMessageId, path)
  return path
}

function findPath(
  messages: readonly Message[],
  { byId, children }: MessageTree,
  chosenMessageId: string | null,
): readonly PathStep[] {
  const chosen = chosenMessageId === null ? undefined : byId.get(chosenMessageId)
  const first = children.get(null)?.at(-1) ?? messages.at(-1)
  const ancestors = new Set<string>()
  let top = chosen ?? first
  for (let each = top; each !== undefined && !ancestors.has(each.id); ) {
    ancestors.add(each.id)
    top = each
    each = each.parentId === null ? undefined : byId.get(each.parentId)
  }

  const path: PathStep[] = []
  let siblings = top === undefined ? undefined : children.get(top.parentId)
  while (siblings !== undefined) {
    const message = siblings.find(({ id }) => ancestors.has(id)) ?? siblings.at(-1)
    if (message === undefined) break
    path.push({ message, versions: versionsOf(siblings) })
    siblings = children.get(message.id)
  }
  return path
}

function treeOf(messages: readonly Message[]): MessageTree {
  const known = trees.get(messages)
  if (known !== undefined) return known
  const children = new Map<string | null, Message[]>()
  for (const message of messages) {
    const siblings = children.get(message.parentId)
    if (siblings === undefined) children.set(message.parentId, [message])
    else siblings.push(message)
  }
  const byId = new Map(messages.map((message) => [message.id, message]))
  const tree = { byId, children, paths: new Map() }
  trees.set(messages, tree)
  return tree
}

/** The same array while they are the same, so that what was drawn of them need not be drawn again. */
function versionsOf(siblings: readonly Message[]): readonly string[] {
  const [first] = siblings
  if (first === undefined) return []
  const last = lastVersions.get(first)
  const isSame =
    last?.length === siblings.length && siblings.every(({ id }, index) => id === last[index])
  if (last !== undefined && isSame) return last
  const versions = siblings.map(({ id }) => id)
  lastVersions.set(first, versions)
  return versions
}
