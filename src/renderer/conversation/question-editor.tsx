import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { QuestionMessage } from '../../shared/conversation/conversation'
import { useSurroundings } from '../bridge/client-context'
import { enterDecision } from '../composer/enter-decision'
import { Button } from '../design/button'
import { useConversationActions } from './conversation-actions'

/** Changes a question in its place. The old version stays reachable. */
export function QuestionEditor({ message }: { readonly message: QuestionMessage }) {
  const { askAgain, setEditing } = useConversationActions()
  const sendKey = useSurroundings(({ settings }) => settings?.sendKey ?? 'enter')
  const [text, setText] = useState(message.text)
  const box = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    box.current?.focus()
    box.current?.setSelectionRange(message.text.length, message.text.length)
  }, [message.text.length])

  async function send() {
    if (text.trim() === '') return
    setEditing(null)
    if (!(await askAgain(message, text))) setEditing(message.id)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      setEditing(null)
    } else if (enterDecision(event.nativeEvent, sendKey) === 'send') {
      event.preventDefault()
      void send()
    }
  }

  return (
    <div className="question-editor">
      <textarea
        ref={box}
        aria-label="Edit message"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="question-editor-buttons">
        <Button kind="plain" onClick={() => setEditing(null)}>
          Cancel
        </Button>
        <Button kind="strong" disabled={text.trim() === ''} onClick={() => void send()}>
          Ask again
        </Button>
      </div>
    </div>
  )
}
