import { memo } from 'react'
import type { QuestionMessage } from '../../shared/conversation/conversation'
import { IconButton } from '../design/button'
import { CopyButton } from '../design/copy-button'
import { useConversationActions } from './conversation-actions'
import { QuestionEditor } from './question-editor'
import './question-article.css'
import { type MessagePlace, useMeasuredMessage } from './scrolling/measured-message'
import { Versions } from './versions'

interface QuestionArticleProps extends MessagePlace {
  readonly message: QuestionMessage
  readonly versions: readonly string[]
  readonly editing: boolean
}

/** What the user asked. */
export const QuestionArticle = memo(function QuestionArticle({
  message,
  versions,
  editing,
  position,
  count,
}: QuestionArticleProps) {
  const { copy, setEditing } = useConversationActions()
  const measured = useMeasuredMessage({ position, count })
  if (editing) {
    return (
      <article aria-label="You" className="question" data-message={message.id} {...measured}>
        <QuestionEditor message={message} />
      </article>
    )
  }
  return (
    <article aria-label="You" className="question" data-message={message.id} {...measured}>
      <div className="question-text">{message.text}</div>
      <div className="question-actions">
        <span className="message-actions">
          <CopyButton
            name="Copy"
            className="icon-button icon-button-small"
            iconOnly
            copy={() => copy(message.text)}
          />
          <IconButton icon="edit" name="Edit" size="small" onClick={() => setEditing(message.id)} />
        </span>
        <Versions shown={message.id} versions={versions} />
      </div>
    </article>
  )
})
