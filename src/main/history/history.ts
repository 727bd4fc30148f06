import type {
  Conversation,
  ConversationSummary,
  Question,
  SearchHit,
} from '../../shared/conversation/conversation'
import type { Answer } from '../../shared/stream/reduce-answer'

/** What was received of a running answer since the last checkpoint. */
export interface Checkpoint {
  readonly answerId: string
  /** UTF-16 units of text that are stored before this checkpoint; guards against a gap or a repeat. */
  readonly offset: number
  readonly text: string
  readonly reasoning: string
}

export type StoredSummary = Omit<ConversationSummary, 'running'>

/**
 * Conversations on disk. Every promise rejects with an Error whose message a user can read when the
 * disk refuses; what was acknowledged is durable.
 */
export interface History {
  listConversations(): Promise<readonly StoredSummary[]>
  /** Null when there is none. Answers that were running when the app ended are `interrupted`. */
  openConversation(conversationId: string): Promise<Conversation | null>
  /**
   * Stores the question and the place for its answer, and makes the conversation when it is new
   * (titled after the question). Durable when it resolves.
   */
  addQuestion(question: Question, answer: Answer, at: number): Promise<void>
  /** A further answer to a question that is there. */
  addAnswer(conversationId: string, questionId: string, answer: Answer, at: number): Promise<void>
  appendCheckpoints(checkpoints: readonly Checkpoint[]): Promise<void>
  /** Folds the checkpoints into the message: the whole answer, its end and figures. One transaction. */
  endAnswer(answer: Answer): Promise<void>
  renameConversation(conversationId: string, title: string): Promise<void>
  /** Hides it; `restoreConversation` brings it back, until `purgeDeleted` (at the next start). */
  deleteConversation(conversationId: string): Promise<void>
  restoreConversation(conversationId: string): Promise<void>
  chooseMessage(conversationId: string, messageId: string): Promise<void>
  /** Newest first; words are prefixes and all must be found; titles and texts. */
  search(text: string): Promise<readonly SearchHit[]>
  /** Commits what is under way and closes the file. Nothing may be called after it. */
  close(): Promise<void>
}
