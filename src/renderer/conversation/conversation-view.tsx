import { type ReactNode, useEffect } from 'react'
import type { AnswerMessage } from '../../shared/conversation/conversation'
import type { PathStep } from '../../shared/conversation/message-tree'
import { isRunning } from '../../shared/stream/reduce-answer'
import { useClient } from '../bridge/client-context'
import { Button } from '../design/button'
import { Announcer } from './announcer'
import { AnswerArticle } from './answer-article'
import './conversation-view.css'
import { QuestionArticle } from './question-article'
import { hasStartedOver, startedOverNotice } from './started-over'
import { useFollowing } from './use-following'

interface ConversationViewProps {
  readonly conversationId: string
  readonly path: readonly PathStep[]
  readonly editingId: string | null
  /** The message to bring into view, such as the hit of a search. */
  readonly targetId: string | null
  readonly targetReached: () => void
  /** What stands here before the first question. */
  readonly empty: ReactNode
}

/** The conversation as it is read. */
export function ConversationView({
  conversationId,
  path,
  editingId,
  targetId,
  targetReached,
  empty,
}: ConversationViewProps) {
  const { answers } = useClient()
  const { view, content, following, follow, showMessage } = useFollowing(conversationId)
  const last = path.findLast(
    (step): step is PathStep & { readonly message: AnswerMessage } =>
      step.message.role === 'assistant',
  )
  const lastId = last?.message.id

  // What was just asked is read from the end; an older version that was chosen stays where it is.
  useEffect(() => {
    const answer = lastId === undefined ? undefined : answers.read(lastId)
    if (answer !== undefined && isRunning(answer.state)) follow()
  }, [answers, lastId, follow])

  const hasTarget = targetId !== null && path.some(({ message }) => message.id === targetId)
  useEffect(() => {
    if (!hasTarget || targetId === null) return
    showMessage(targetId)
    targetReached()
  }, [hasTarget, targetId, showMessage, targetReached])

  return (
    <div className="conversation">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard. */}
      <div ref={view} className="conversation-scroll" tabIndex={0}>
        <div
          ref={content}
          className="conversation-log column"
          role="log"
          aria-label="Conversation"
          aria-live="off"
        >
          {path.length === 0 && empty}
          {path.map(({ message, versions }, index) =>
            message.role === 'user' ? (
              <QuestionArticle
                key={message.id}
                message={message}
                versions={versions}
                editing={editingId === message.id}
              />
            ) : (
              <AnswerArticle
                key={message.id}
                message={message}
                versions={versions}
                questionLength={questionLengthAt(path, index - 1)}
              />
            ),
          )}
        </div>
      </div>
      {!following && (
        <Button className="jump" icon="arrow-down" onClick={follow}>
          Jump to latest
        </Button>
      )}
      {last !== undefined && (
        <Announcer
          key={lastId}
          initial={last.message.answer}
          notice={
            hasStartedOver(last.message.id, last.versions, answers.read)
              ? startedOverNotice
              : undefined
          }
        />
      )}
    </div>
  )
}

function questionLengthAt(path: readonly PathStep[], index: number): number {
  const message = path[index]?.message
  return message?.role === 'user' ? message.text.length : 0
}
