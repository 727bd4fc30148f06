import type { Conversation, MessagePage } from '../../shared/conversation/conversation'
import { type BranchPlace, branchEnd, branchUpFrom } from './branch'
import type { Connection } from './connection'
import {
  findConversation,
  type MessageRow,
  readConversation,
  readMessages,
  selectMessages,
} from './messages'

/** A conversation that is not longer is read whole. */
const mostWhole = 60
/** Of a longer one, so many messages of the shown branch are read first. */
const branchLength = 40
/** A page ends with the message that makes it as large as one of these. */
const pageLimit = { messages: 400, characters: 1_000_000 }

/**
 * The conversation, of a long one only the end of the shown branch with all versions of its messages.
 * Null when there is none, or it is deleted. What is chosen is then a message that was read. For `live`
 * see {@link readMessages}.
 */
export function readEnd(
  connection: Connection,
  conversationId: string,
  live: ReadonlySet<string>,
): Conversation | null {
  const found = findConversation(connection, conversationId)
  if (found === null) return null
  const total = countMessages(connection, conversationId)
  if (total <= mostWhole) return readConversation(connection, conversationId, live)
  const end = branchEnd(connection, conversationId, found.chosenMessageId)
  if (end === null) return readConversation(connection, conversationId, live)
  const places = branchUpFrom(connection, conversationId, end.id, branchLength)
  if (places.length === total) return readConversation(connection, conversationId, live)
  const messages = readMessages(connection, readPlaces(connection, places), live)
  const before = firstWithoutGap(connection, conversationId, places)
  const scattered = places.filter(({ position }) => position < before).length
  const isThere = messages.some(({ id }) => id === found.chosenMessageId)
  return {
    ...found,
    chosenMessageId: isThere ? found.chosenMessageId : end.id,
    messages,
    earlier: { before, scattered, count: total - messages.length },
  }
}

/** The messages before a place, the last of them first to be counted; see {@link MessagePage}. */
export function readEarlier(
  connection: Connection,
  conversationId: string,
  before: number,
  live: ReadonlySet<string>,
): MessagePage {
  const rows = connection
    .prepare(
      `${selectMessages} WHERE conversation_id = ? AND position < ? ORDER BY position DESC LIMIT ?`,
    )
    .iterate(conversationId, before, pageLimit.messages) as Iterable<MessageRow>
  const page: MessageRow[] = []
  let characters = 0
  for (const row of rows) {
    page.unshift(row)
    characters += row.text.length
    if (characters >= pageLimit.characters) break
  }
  const first = page[0]?.position
  const isLast =
    first === undefined ||
    connection
      .prepare('SELECT 1 FROM messages WHERE conversation_id = ? AND position < ? LIMIT 1')
      .get(conversationId, first) === undefined
  return { messages: readMessages(connection, page, live), before: isLast ? null : first }
}

function countMessages(connection: Connection, conversationId: string): number {
  const row = connection
    .prepare('SELECT count(*) AS total FROM messages WHERE conversation_id = ?')
    .get(conversationId)
  return (row as { total: number }).total
}

function readPlaces(connection: Connection, places: readonly BranchPlace[]): readonly MessageRow[] {
  const positions = JSON.stringify(places.map(({ position }) => position))
  return connection
    .prepare(
      `${selectMessages} WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position`,
    )
    .all(positions) as MessageRow[]
}

/** The first position from which on all messages of the conversation are among the places. */
function firstWithoutGap(
  connection: Connection,
  conversationId: string,
  places: readonly BranchPlace[],
): number {
  const known = new Set(places.map(({ position }) => position))
  const newest = connection
    .prepare(
      'SELECT position FROM messages WHERE conversation_id = ? ORDER BY position DESC LIMIT ?',
    )
    .all(conversationId, places.length) as BranchPlace[]
  let before = (newest[0]?.position ?? 0) + 1
  for (const { position } of newest) {
    if (!known.has(position)) break
    before = position
  }
  return before
}
