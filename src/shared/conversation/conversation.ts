import type { ModelReference } from '../providers/provider'
import type { Answer } from '../stream/reduce-answer'

/** A line in the list of conversations. Times are milliseconds since the epoch. */
export interface ConversationSummary {
  readonly id: string
  readonly title: string
  readonly createdAt: number
  readonly updatedAt: number
  /** Whether an answer of it is being received now. */
  readonly running: boolean
}

export interface QuestionMessage {
  readonly role: 'user'
  readonly id: string
  /** The message that it follows; null at the start of a conversation. Siblings are alternatives. */
  readonly parentId: string | null
  readonly createdAt: number
  readonly text: string
}

export interface AnswerMessage {
  readonly role: 'assistant'
  /** The same as `answer.id`. */
  readonly id: string
  readonly parentId: string
  readonly createdAt: number
  readonly answer: Answer
}

export type Message = QuestionMessage | AnswerMessage

export interface Conversation {
  readonly id: string
  readonly title: string
  readonly createdAt: number
  readonly updatedAt: number
  /** The message whose branch is shown; null shows the newest branch. */
  readonly chosenMessageId: string | null
  /** In the order of their making; a message stands after its parent. */
  readonly messages: readonly Message[]
  /** Absent when all messages are here. */
  readonly earlier?: EarlierMessages
}

/**
 * What is not here of a conversation of which only the end of the shown branch was read. With every
 * message of that part all its versions are here.
 */
export interface EarlierMessages {
  /** All messages from this place in the history on are here. */
  readonly before: number
  /** So many, at the front of `messages`, stand before that place; others between them are missing. */
  readonly scattered: number
  /** How many messages of the conversation are not here. */
  readonly count: number
}

/** Messages that follow each other in the order of their making. */
export interface MessagePage {
  readonly messages: readonly Message[]
  /** Where the page before it ends; null when there is none. */
  readonly before: number | null
}

export interface SearchHit {
  readonly conversationId: string
  readonly title: string
  /** Null when only the title matches. */
  readonly messageId: string | null
  /** Text around the hit, with the found parts marked. */
  readonly excerpt: readonly { readonly text: string; readonly found: boolean }[]
}

/** One question and the place for its answer. All identifiers are made by whoever asks. */
export interface Question {
  readonly conversationId: string
  readonly parentId: string | null
  readonly questionId: string
  readonly answerId: string
  readonly text: string
  readonly model: ModelReference
}

const longestTitle = 80

/** A title made of the first line of a question. */
export function titleFrom(text: string): string {
  const line = text.trim().split('\n', 1)[0]?.replace(/\s+/g, ' ').trim() ?? ''
  if (line === '') return 'New conversation'
  if (line.length <= longestTitle) return line
  const cut = line.slice(0, longestTitle)
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > longestTitle / 2 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`
}
