import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { AnswerMessage, SearchHit } from '../../shared/conversation/conversation'
import type { PathStep } from '../../shared/conversation/message-tree'
import { isRunning } from '../../shared/stream/reduce-answer'
import { useClient } from '../bridge/client-context'
import { Button } from '../design/button'
import { Announcer } from './announcer'
import './conversation-view.css'
import { sourceOf } from './copied-text'
import { Finder } from './finding/finder'
import type { Match } from './finding/match-list'
import { useHit } from './finding/use-hit'
import { MessageList } from './message-list'
import { useConversationWindow } from './scrolling/use-conversation-window'
import { useCopying } from './scrolling/use-copying'
import { hasStartedOver, startedOverNotice } from './started-over'

interface ConversationViewProps {
  readonly conversationId: string
  readonly path: readonly PathStep[]
  /** How many messages stand before the path that are not here yet; 0 when it is whole. */
  readonly earlier: number
  readonly wantEarlier: () => void
  readonly editingId: string | null
  /** Whether find in conversation is open: 0 when it is not, another number each time it is wanted. */
  readonly finding: number
  readonly closeFind: () => void
  /** What a search found, until it is in view. */
  readonly hit: SearchHit | null
  readonly hitReached: () => void
  /** What stands here before the first question. */
  readonly empty: ReactNode
}

/** The conversation as it is read. */
export function ConversationView(props: ConversationViewProps) {
  const { conversationId, path, earlier, wantEarlier, editingId, hit, hitReached } = props
  const { answers } = useClient()
  const [match, setMatch] = useState<Match | null>(null)
  const [foundId, setFoundId] = useState<string | null>(null)
  const { view, content, following, follow, messageWindow, layout, show, showIn } =
    useConversationWindow({
      conversationId,
      path,
      earlier,
      wantEarlier,
      keptIds: [editingId, match?.messageId ?? null, foundId],
    })
  const last = path.findLast(
    (step): step is PathStep & { readonly message: AnswerMessage } =>
      step.message.role === 'assistant',
  )
  const lastId = last?.message.id
  const sourceAt = useCallback(
    (index: number) => {
      const step = path[index]
      return step === undefined ? '' : sourceOf(step, answers.read)
    },
    [path, answers],
  )
  useCopying({ view, content, layout, sourceAt })

  // What was just asked is read from the end; an older version that was chosen stays where it is, and
  // so does the place where the reader was in a conversation that he comes back to.
  const before = useRef(conversationId)
  useEffect(() => {
    const isOpened = before.current !== conversationId
    before.current = conversationId
    const answer = lastId === undefined ? undefined : answers.read(lastId)
    if (!isOpened && answer !== undefined && isRunning(answer.state)) follow()
  }, [answers, conversationId, lastId, follow])

  // It stays on the page while what is around it arrives.
  useEffect(() => {
    if (hit !== null) setFoundId(hit.messageId)
  }, [hit])
  useHit({ conversationId, path, content, hit, reached: hitReached, show, showIn })

  function jumpToLatest() {
    follow()
    // The button goes, and would take the keyboard with it. In the message box a selection would go.
    view.current?.focus()
  }

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
          {path.length === 0 ? (
            props.empty
          ) : (
            <MessageList
              messageWindow={messageWindow}
              path={path}
              whole={earlier === 0}
              editingId={editingId}
            />
          )}
        </div>
      </div>
      {props.finding > 0 && (
        <Finder
          path={path}
          view={view}
          content={content}
          layout={layout}
          current={match}
          setCurrent={setMatch}
          showIn={showIn}
          asked={props.finding}
          close={props.closeFind}
        />
      )}
      {!following && (
        <Button className="jump" icon="arrow-down" onClick={jumpToLatest}>
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
