import type { ReactNode } from 'react'
import type { Answer } from '../../shared/stream/reduce-answer'
import { useAnswer } from '../bridge/client-context'
import { Button } from '../design/button'
import { useConversationActions } from './conversation-actions'
import './wait-actions.css'

interface WaitActionsProps {
  readonly initial: Answer
  /** Stands beside the button. */
  readonly children?: ReactNode
}

/** What can be done while an answer waits. */
export function WaitActions({ initial, children }: WaitActionsProps) {
  const { retryNow } = useConversationActions()
  const state = useAnswer(initial, (answer) => answer.state)
  if (state.kind !== 'waiting') return null
  return (
    <span className="wait-actions">
      {/* Nothing of it was tried yet while others are asked first. */}
      {state.reason !== 'turn' && <Button onClick={() => retryNow(initial.id)}>Retry now</Button>}
      {children}
    </span>
  )
}
