import type { AnswerMessage } from '../../shared/conversation/conversation'
import { useAnswer } from '../bridge/client-context'
import { Announcer } from '../conversation/announcer'
import { AnswerFailure } from '../conversation/answer-failure'
import { AnswerText } from '../conversation/answer-text'
import { modelName } from '../conversation/model-name'
import { useFollowing } from '../conversation/use-following'

/** The answer of the last exchange. */
export function QuickAnswer({ answer }: { readonly answer: AnswerMessage | null }) {
  const { view, content } = useFollowing(answer?.id ?? '')
  return (
    <div ref={view} className="quick-answer" hidden={answer === null}>
      <div ref={content} role="log" aria-label="Conversation" aria-live="off">
        {answer !== null && <Article key={answer.id} message={answer} />}
      </div>
      {answer !== null && <Announcer key={answer.id} initial={answer.answer} />}
    </div>
  )
}

function Article({ message }: { readonly message: AnswerMessage }) {
  const state = useAnswer(message.answer, (answer) => answer.state)
  const model = useAnswer(message.answer, (answer) => answer.model)
  return (
    <article aria-label={`Assistant, ${modelName(model)}`}>
      <AnswerText initial={message.answer} />
      {state.kind === 'failed' && (
        <AnswerFailure
          initial={message.answer}
          failure={state.failure}
          parentId={message.parentId}
        />
      )}
    </article>
  )
}
