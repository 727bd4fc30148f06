import type { Failure } from '../../shared/stream/failure'
import type { Answer } from '../../shared/stream/reduce-answer'
import { useAnswer } from '../bridge/client-context'
import { Button } from '../design/button'
import { CopyButton } from '../design/copy-button'
import { Icon } from '../design/icon'
import './answer-failure.css'
import { canResume } from './can-resume'
import { useConversationActions } from './conversation-actions'
import { failureSentence, firstFailure } from './failure-sentence'

interface AnswerFailureProps {
  readonly initial: Answer
  readonly failure: Failure
  /** The question that is asked again. */
  readonly parentId: string
}

/** What happened and what to do. The text that was received stays above it. */
export function AnswerFailure({ initial, failure, parentId }: AnswerFailureProps) {
  const actions = useConversationActions()
  const resumable = useAnswer(initial, canResume)
  const sentence = useAnswer(initial, (answer) => failureSentence(answer, failure))
  const first = useAnswer(initial, firstFailure)
  const lastProviderId = useAnswer(initial, ({ model }) => model.providerId)
  const chosenCanBeHelped = first?.failure.action !== undefined
  const action = chosenCanBeHelped ? first.failure.action : failure.action
  const providerId = chosenCanBeHelped ? first.model.providerId : lastProviderId
  return (
    <div className="answer-failure" role="alert">
      <Icon name="warning" />
      <p>{sentence}</p>
      <div className="answer-failure-actions">
        {resumable && (
          <Button icon="resume" onClick={() => actions.resume(initial.id)}>
            Resume
          </Button>
        )}
        <Button icon="regenerate" onClick={() => actions.regenerate(parentId)}>
          Retry
        </Button>
        {(action === 'enter-key' || action === 'check-provider') && (
          <Button onClick={() => actions.openProvider(providerId)}>Open provider settings</Button>
        )}
        {action === 'choose-model' && (
          <Button onClick={actions.chooseModel}>Choose another model</Button>
        )}
        <CopyButton
          name="Copy diagnostics"
          className="button button-plain"
          copy={() => actions.copyDiagnostics(initial.id)}
        />
      </div>
    </div>
  )
}
