import type { AnswerMessage } from '../../shared/conversation/conversation'
import { isRunning } from '../../shared/stream/reduce-answer'
import { useAnswer, useClient } from '../bridge/client-context'
import { Button, IconButton } from '../design/button'
import { CopyButton } from '../design/copy-button'
import { AnswerStatus } from './answer-status'
import { canResume } from './can-resume'
import { useConversationActions } from './conversation-actions'
import { Versions } from './versions'
import { WaitActions } from './wait-actions'

interface AnswerFootProps {
  readonly message: AnswerMessage
  readonly versions: readonly string[]
  readonly questionLength: number
}

/** How an answer goes, and what can be done with it. */
export function AnswerFoot({ message, versions, questionLength }: AnswerFootProps) {
  const { answers } = useClient()
  const { copy, regenerate, resume, stop } = useConversationActions()
  const state = useAnswer(message.answer, (answer) => answer.state)
  const hasText = useAnswer(message.answer, ({ text }) => text.trim() !== '')
  const resumable = useAnswer(message.answer, canResume)
  return (
    <div className="answer-foot">
      <AnswerStatus
        initial={message.answer}
        questionLength={questionLength}
        oneOfSeveral={versions.length > 1}
      />
      <WaitActions initial={message.answer}>
        <Button kind="plain" onClick={() => stop(message.id)}>
          Stop
        </Button>
      </WaitActions>
      {!isRunning(state) && (
        <span className="message-actions">
          {hasText && (
            <CopyButton
              name="Copy"
              className="icon-button icon-button-small"
              iconOnly
              copy={() => copy((answers.read(message.id) ?? message.answer).text)}
            />
          )}
          <IconButton
            icon="regenerate"
            name="Regenerate"
            size="small"
            onClick={() => regenerate(message.parentId)}
          />
        </span>
      )}
      {/* A failure has its own. */}
      {resumable && state.kind !== 'failed' && (
        <Button icon="resume" onClick={() => resume(message.id)}>
          Resume
        </Button>
      )}
      <Versions shown={message.id} versions={versions} />
    </div>
  )
}
