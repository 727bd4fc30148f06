import { memo } from 'react'
import type { PathStep } from '../../shared/conversation/message-tree'
import { AnswerArticle } from './answer-article'
import { QuestionArticle } from './question-article'
import { MeasureContext } from './scrolling/measured-message'
import type { MessageWindow } from './scrolling/use-message-window'

interface MessageListProps {
  readonly messageWindow: MessageWindow
  readonly path: readonly PathStep[]
  /** Whether the path is here from its first message. */
  readonly whole: boolean
  readonly editingId: string | null
}

/** The messages near the view, and gaps where the others are. */
export function MessageList({
  messageWindow: { segments, measure },
  path,
  whole,
  editingId,
}: MessageListProps) {
  return (
    <MeasureContext value={measure}>
      {segments.map((segment) => {
        if (segment.kind === 'gap') return <Gap key={segment.key} height={segment.height} />
        const step = path[segment.index]
        if (step === undefined) return null
        const { message, versions } = step
        const place = whole
          ? { position: segment.index + 1, count: path.length }
          : { position: undefined, count: -1 }
        return message.role === 'user' ? (
          <QuestionArticle
            key={message.id}
            message={message}
            versions={versions}
            editing={editingId === message.id}
            {...place}
          />
        ) : (
          <AnswerArticle
            key={message.id}
            message={message}
            versions={versions}
            questionLength={questionLengthAt(path, segment.index - 1)}
            {...place}
          />
        )
      })}
    </MeasureContext>
  )
}

const Gap = memo(function Gap({ height }: { readonly height: number }) {
  return <div className="conversation-gap" style={{ height }} aria-hidden="true" />
})

function questionLengthAt(path: readonly PathStep[], index: number): number {
  const message = path[index]?.message
  return message?.role === 'user' ? message.text.length : 0
}
