import { memo, useLayoutEffect } from 'react'
import type { AnswerMessage } from '../../shared/conversation/conversation'
import { isRunning } from '../../shared/stream/reduce-answer'
import { useAnswer, useClient } from '../bridge/client-context'
import './answer-article.css'
import { AnswerFailure } from './answer-failure'
import { AnswerFoot } from './answer-foot'
import { AnswerText } from './answer-text'
import { isNoteworthy } from './is-noteworthy'
import { modelName } from './model-name'
import { Reasoning } from './reasoning'
import { type MessagePlace, useMeasuredMessage } from './scrolling/measured-message'
import { hasStartedOver, startedOverNotice } from './started-over'

interface AnswerArticleProps extends MessagePlace {
  readonly message: AnswerMessage
  readonly versions: readonly string[]
  readonly questionLength: number
}

/** What the model answered, so far or for good. */
export const AnswerArticle = memo(function AnswerArticle({
  message,
  versions,
  questionLength,
  position,
  count,
}: AnswerArticleProps) {
  const { answers } = useClient()
  const measured = useMeasuredMessage({ position, count })
  // Of thousands of answers the store knows those that are looked at.
  useLayoutEffect(() => {
    if (answers.read(message.id) === undefined) answers.take(message.answer)
  }, [answers, message])
  const state = useAnswer(message.answer, (answer) => answer.state)
  const model = useAnswer(message.answer, (answer) => answer.model)

  const noteworthy = useAnswer(message.answer, (answer) =>
    isNoteworthy(answer, message.answer.model),
  )

  return (
    <article
      aria-label={`Assistant, ${modelName(model)}`}
      aria-busy={isRunning(state)}
      className="answer"
      data-message={message.id}
      data-state={state.kind}
      data-noteworthy={noteworthy}
      {...measured}
    >
      {hasStartedOver(message.id, versions, answers.read) && (
        <p className="answer-notice">{startedOverNotice}</p>
      )}
      <Reasoning initial={message.answer} />
      <AnswerText initial={message.answer} />
      {state.kind === 'failed' && (
        <AnswerFailure
          initial={message.answer}
          failure={state.failure}
          parentId={message.parentId}
        />
      )}
      <AnswerFoot message={message} versions={versions} questionLength={questionLength} />
    </article>
  )
})
