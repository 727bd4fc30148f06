import { memo } from 'react'
import type { AnswerMessage } from '../../shared/conversation/conversation'
import { isRunning } from '../../shared/stream/reduce-answer'
import { useAnswer, useClient } from '../bridge/client-context'
import { IconButton } from '../design/button'
import { CopyButton } from '../design/copy-button'
import './answer-article.css'
import { AnswerFailure } from './answer-failure'
import { AnswerStatus } from './answer-status'
import { AnswerText } from './answer-text'
import { useConversationActions } from './conversation-actions'
import { modelName } from './model-name'
import { Reasoning } from './reasoning'
import { Versions } from './versions'

interface AnswerArticleProps {
  readonly message: AnswerMessage
  readonly versions: readonly string[]
}

/** What the model answered, so far or for good. */
export const AnswerArticle = memo(function AnswerArticle({
  message,
  versions,
}: AnswerArticleProps) {
  const { answers } = useClient()
  const { copy, regenerate } = useConversationActions()
  const state = useAnswer(message.answer, (answer) => answer.state)
  const model = useAnswer(message.answer, (answer) => answer.model)
  const running = isRunning(state)

  return (
    <article
      aria-label={`Assistant, ${modelName(model)}`}
      aria-busy={running}
      className="answer"
      data-message={message.id}
      data-state={state.kind}
    >
      <Reasoning initial={message.answer} />
      <AnswerText initial={message.answer} />
      {state.kind === 'failed' && (
        <AnswerFailure
          failure={state.failure}
          questionId={message.parentId}
          providerId={model.providerId}
        />
      )}
      <div className="answer-foot">
        <AnswerStatus initial={message.answer} />
        {!running && (
          <span className="message-actions">
            <CopyButton
              name="Copy"
              className="icon-button icon-button-small"
              iconOnly
              copy={() => copy((answers.read(message.id) ?? message.answer).text)}
            />
            <IconButton
              icon="regenerate"
              name="Regenerate"
              size="small"
              onClick={() => regenerate(message.parentId)}
            />
          </span>
        )}
        <Versions shown={message.id} versions={versions} />
      </div>
    </article>
  )
})
