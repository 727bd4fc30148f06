import type { SearchHit } from '../../shared/conversation/conversation'
import type { Connection } from './connection'
import { excerptOf } from './excerpt'
import {
  asFragments,
  likePatterns,
  matchExpression,
  parseQuery,
  type SearchQuery,
} from './search-query'

const mostConversations = 50

interface Candidate {
  readonly conversationId: string
  readonly title: string
  readonly messageId: string | null
  readonly at: number
}

/**
 * One hit a conversation, the newest first, at most 50: its newest message in which all words are
 * found, else its title. Words are beginnings of words; what the index knows no words for (Chinese,
 * Japanese, Thai, punctuation) is found anywhere, and so is everything where nothing else is found.
 */
export function search(connection: Connection, text: string): readonly SearchHit[] {
  const query = parseQuery(text)
  if (query.prefixes.length + query.fragments.length === 0) return []
  const hits = searchFor(connection, query)
  return hits.length > 0 || query.prefixes.length === 0
    ? hits
    : searchFor(connection, asFragments(query))
}

function searchFor(connection: Connection, query: SearchQuery): readonly SearchHit[] {
  const newest = new Map<string, Candidate>()
  for (const candidate of messageCandidates(connection, query)) {
    if (!newest.has(candidate.conversationId)) newest.set(candidate.conversationId, candidate)
    if (newest.size === mostConversations) break
  }
  for (const candidate of titleCandidates(connection, query)) {
    if (!newest.has(candidate.conversationId)) newest.set(candidate.conversationId, candidate)
  }
  return [...newest.values()]
    .sort((left, right) => right.at - left.at)
    .slice(0, mostConversations)
    .map((candidate) => toHit(connection, candidate, query))
}

function messageCandidates(connection: Connection, query: SearchQuery): Iterable<Candidate> {
  const { from, where, order, parameters } = condition('messages', 'text', query)
  return connection
    .prepareOnce(
      `SELECT messages.id AS messageId, conversations.id AS conversationId, conversations.title,
         messages.created_at AS at
       FROM ${from} CROSS JOIN conversations ON conversations.id = messages.conversation_id
       WHERE ${where} AND conversations.deleted_at IS NULL ORDER BY ${order} DESC`,
    )
    .iterate(...parameters) as Iterable<Candidate>
}

function titleCandidates(connection: Connection, query: SearchQuery): readonly Candidate[] {
  const { from, where, parameters } = condition('conversations', 'title', query)
  return connection
    .prepareOnce(
      `SELECT NULL AS messageId, conversations.id AS conversationId, conversations.title,
         conversations.updated_at AS at
       FROM ${from} WHERE ${where} AND conversations.deleted_at IS NULL
       ORDER BY conversations.updated_at DESC LIMIT ${mostConversations}`,
    )
    .all(...parameters) as Candidate[]
}

interface Condition {
  readonly from: string
  readonly where: string
  /** By which the newest come without sorting all. */
  readonly order: string
  readonly parameters: readonly string[]
}

function condition(
  table: 'messages' | 'conversations',
  column: 'text' | 'title',
  { prefixes, fragments }: SearchQuery,
): Condition {
  const index = table === 'messages' ? 'messages_index' : 'titles_index'
  const indexed = prefixes.length > 0
  const patterns = fragments.map(likePatterns)
  const likes = patterns.map(
    (each) => `(${each.map(() => `${table}.${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`,
  )
  return {
    from: indexed ? `${index} CROSS JOIN ${table} ON ${table}.position = ${index}.rowid` : table,
    where: [...(indexed ? [`${index} MATCH ?`] : []), ...likes].join(' AND '),
    order: indexed ? `${index}.rowid` : `${table}.position`,
    parameters: [...(indexed ? [matchExpression(prefixes)] : []), ...patterns.flat()],
  }
}

function toHit(connection: Connection, candidate: Candidate, query: SearchQuery): SearchHit {
  const { conversationId, title, messageId } = candidate
  const text = messageId === null ? title : textOf(connection, messageId)
  return { conversationId, title, messageId, excerpt: excerptOf(text, query) }
}

function textOf(connection: Connection, messageId: string): string {
  const row = connection.prepare('SELECT text FROM messages WHERE id = ?').get(messageId)
  return (row as { text: string }).text
}
