import type { Failure } from '../../shared/stream/failure'
import { Button } from '../design/button'
import { Icon } from '../design/icon'
import { useConversationActions } from './conversation-actions'
import './answer-failure.css'

interface AnswerFailureProps {
  readonly failure: Failure
  readonly questionId: string
  readonly providerId: string
}

/** What happened and what to do. The text that was received stays above it. */
export function AnswerFailure({ failure, questionId, providerId }: AnswerFailureProps) {
  const { regenerate, openProvider, chooseModel } = useConversationActions()
  return (
    <div className="answer-failure" role="alert">
      <Icon name="warning" />
      <p>{failure.message}</p>
      <div className="answer-failure-actions">
        <Button icon="regenerate" onClick={() => regenerate(questionId)}>
          Retry
        </Button>
        {(failure.action === 'enter-key' || failure.action === 'check-provider') && (
          <Button onClick={() => openProvider(providerId)}>Open provider settings</Button>
        )}
        {failure.action === 'choose-model' && (
          <Button onClick={chooseModel}>Choose another model</Button>
        )}
      </div>
    </div>
  )
}
