import type { Conversation, Message } from '../../shared/conversation/conversation'

/**
 * What main knows, and behind it what was asked here and is still on its way to main. `chosen`: the
 * message whose branch is shown here; undefined leaves that to main.
 */
export function mergeSnapshot(
  snapshot: Conversation,
  known: Conversation | undefined,
  pending: ReadonlySet<string>,
  chosen?: string | undefined,
): Conversation {
  const stored = new Set(snapshot.messages.map(({ id }) => id))
  const underWay = (known?.messages ?? []).filter(({ id }) => pending.has(id) && !stored.has(id))
  const messages = [...snapshot.messages, ...underWay]
  const isThere = messages.some(({ id }) => id === chosen)
  const chosenMessageId = isThere && chosen !== undefined ? chosen : snapshot.chosenMessageId
  return { ...snapshot, chosenMessageId, messages }
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
