import type { Conversation, Message } from '../../shared/conversation/conversation'

/** What main knows, and behind it what was asked here and is still on its way to main. */
export function mergeSnapshot(
  snapshot: Conversation,
  known: Conversation | undefined,
  pending: ReadonlySet<string>,
): Conversation {
  if (known === undefined) return snapshot
  const stored = new Set(snapshot.messages.map(({ id }) => id))
  const underWay = known.messages.filter(({ id }) => pending.has(id) && !stored.has(id))
  if (underWay.length === 0) return snapshot
  return {
    ...snapshot,
    chosenMessageId: known.chosenMessageId,
    messages: [...snapshot.messages, ...underWay],
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
