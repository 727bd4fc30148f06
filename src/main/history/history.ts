import type {
  Conversation,
  ConversationSummary,
  MessagePage,
  Question,
  SearchHit,
} from '../../shared/conversation/conversation'
import type { ModelReference } from '../../shared/providers/provider'
import type { Settings } from '../../shared/settings/settings'
import type { PastLength } from '../../shared/stream/estimate'
import type { Answer } from '../../shared/stream/reduce-answer'
import type { ServerCursor } from '../../shared/stream/stream-event'

/** What was received of a running answer since the last checkpoint. */
export interface Checkpoint {
  readonly answerId: string
  /** UTF-16 units of text that are stored before this checkpoint; guards against a gap or a repeat. */
  readonly offset: number
  readonly text: string
  readonly reasoning: string
  /** Where the server can go on after this; null where it keeps nothing. */
  readonly cursor: ServerCursor | null
}

export type AutomaticResume = Settings['automaticResume']

/** An answer that is to go on, and where. */
export interface ReopenedAnswer {
  readonly conversationId: string
  readonly questionId: string
  /** In state `resuming`, with everything that was kept. */
  readonly answer: Answer
  /**
   * The newest that came with a checkpoint; null after a stop. Text that came without one, in a later
   * checkpoint or with the end, lies behind it, and the server would send it again.
   */
  readonly cursor: ServerCursor | null
}

export interface UnfinishedAnswer {
  readonly conversationId: string
  readonly answerId: string
  /** Whether the server keeps it. */
  readonly kept: boolean
}

export type StoredSummary = Omit<ConversationSummary, 'running'>

/**
 * Conversations on disk. Every promise rejects with an Error whose message a user can read when the
 * disk refuses; what was acknowledged is durable.
 */
export interface History {
  listConversations(): Promise<readonly StoredSummary[]>
  /**
   * Null when there is none.
   *
   * @param liveAnswerIds what is being received or about to be; any other answer without an end on
   * disk is `interrupted`, with all text that was kept
   */
  openConversation(
    conversationId: string,
    liveAnswerIds: readonly string[],
  ): Promise<Conversation | null>
  /**
   * The same, of a long conversation only the end of the shown branch, with all versions of its
   * messages; takes about as long however long the conversation is.
   */
  openAtEnd(conversationId: string, liveAnswerIds: readonly string[]): Promise<Conversation | null>
  /** The messages before a place that `openAtEnd`, or the page after them, has named. */
  readEarlier(
    conversationId: string,
    before: number,
    liveAnswerIds: readonly string[],
  ): Promise<MessagePage>
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
  /**
   * Makes an ended answer a running one again, its text the first checkpoint: the next one has the
   * offset of the text's length. Rejects when it is not there, is live or is complete.
   */
  reopenAnswer(answerId: string, liveAnswerIds: readonly string[]): Promise<ReopenedAnswer>
  /**
   * Answers that the end of the app interrupted and that are to go on by themselves, newest first. Each
   * stays unfinished until it is reopened; those that are not to go on are not told again.
   */
  takeUnfinished(automaticResume: AutomaticResume): Promise<readonly UnfinishedAnswer[]>
  /** Complete answers of a model, newest first, at most 200. */
  pastLengths(model: ModelReference): Promise<readonly PastLength[]>
  renameConversation(conversationId: string, title: string): Promise<void>
  /** Hides it; `restoreConversation` brings it back, until `purgeDeleted` (at the next start). */
  deleteConversation(conversationId: string): Promise<void>
  restoreConversation(conversationId: string): Promise<void>
  chooseMessage(conversationId: string, messageId: string): Promise<void>
  /**
   * Newest first; words are prefixes and all must be found; titles and texts. It lets every other call
   * go before it, and one that is still waiting when the next comes finds nothing.
   */
  search(text: string): Promise<readonly SearchHit[]>
  /** Commits what is under way and closes the file. Nothing may be called after it. */
  close(): Promise<void>
}
