import type { Conversation, Message, MessagePage } from '../../shared/conversation/conversation'
import { messageIn } from '../../shared/conversation/message-tree'

/**
 * What main knows, behind what is known here of the time before it, and before what was asked here and
 * is still on its way to main. `chosen`: the message whose branch is shown here; undefined leaves that
 * to main. A message that is known keeps its identity.
 */
export function mergeSnapshot(
  snapshot: Conversation,
  known: Conversation | undefined,
  pending: ReadonlySet<string>,
  chosen?: string | undefined,
): Conversation {
  const merged = withKnownTime(withKnownMessages(snapshot, known), known)
  const stored = new Set(snapshot.messages.map(({ id }) => id))
  const underWay = (known?.messages ?? []).filter(({ id }) => pending.has(id) && !stored.has(id))
  const messages = [...merged.messages, ...underWay]
  const isThere = chosen !== undefined && messageIn(messages, chosen) !== undefined
  return { ...merged, chosenMessageId: isThere ? chosen : snapshot.chosenMessageId, messages }
}

function withKnownMessages(snapshot: Conversation, known: Conversation | undefined): Conversation {
  if (known === undefined) return snapshot
  const messages = snapshot.messages.map(
    (message) => messageIn(known.messages, message.id) ?? message,
  )
  return { ...snapshot, messages }
}

/** A snapshot of the end only, with everything before it that was read already. */
function withKnownTime(snapshot: Conversation, known: Conversation | undefined): Conversation {
  const { messages, earlier } = snapshot
  if (earlier === undefined || known === undefined) return snapshot
  const first = messages[earlier.scattered]
  const knownScattered = known.earlier?.scattered ?? 0
  const place = known.messages.findLastIndex(({ id }) => id === first?.id)
  // What was read belongs to a time that ends before the snapshot begins: it is read again.
  if (place < knownScattered) return snapshot
  const before = known.messages.slice(0, place)
  const knownBefore = new Set(before.map(({ id }) => id))
  // Of versions of one turn all are here or none: the order of the others does not matter.
  const scattered = messages.slice(0, earlier.scattered).filter(({ id }) => !knownBefore.has(id))
  const all = [...scattered, ...before, ...messages.slice(earlier.scattered)]
  const { earlier: _earlier, ...rest } = snapshot
  if (known.earlier === undefined) return { ...rest, messages: all }
  return {
    ...rest,
    messages: all,
    earlier: {
      before: known.earlier.before,
      scattered: scattered.length + knownScattered,
      count: Math.max(0, messages.length + earlier.count - all.length),
    },
  }
}

/** The conversation with the page that ends where its messages begin to be here without a gap. */
export function withEarlier(conversation: Conversation, page: MessagePage): Conversation {
  const { earlier, ...rest } = conversation
  if (earlier === undefined) return conversation
  const inPage = new Set(page.messages.map(({ id }) => id))
  const known = conversation.messages.slice(0, earlier.scattered)
  const scattered = known.filter(({ id }) => !inPage.has(id))
  const knownInPage = new Map(known.map((message) => [message.id, message]))
  const messages = [
    ...scattered,
    ...page.messages.map((message) => knownInPage.get(message.id) ?? message),
    ...conversation.messages.slice(earlier.scattered),
  ]
  if (page.before === null) return { ...rest, messages }
  const added = messages.length - conversation.messages.length
  return {
    ...rest,
    messages,
    earlier: {
      before: page.before,
      scattered: scattered.length,
      count: Math.max(0, earlier.count - added),
    },
  }
}

export function withMessages(
  conversation: Conversation,
  messages: readonly Message[],
  chosenMessageId: string | null,
): Conversation {
  return {
    ...conversation,
    chosenMessageId,
    messages: [...conversation.messages, ...messages],
  }
}

export function withoutMessages(
  conversation: Conversation,
  ids: readonly string[],
  chosenMessageId: string | null,
): Conversation {
  return {
    ...conversation,
    chosenMessageId,
    messages: conversation.messages.filter(({ id }) => !ids.includes(id)),
  }
}
