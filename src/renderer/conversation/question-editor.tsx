import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { QuestionMessage } from '../../shared/conversation/conversation'
import { useSurroundings } from '../bridge/client-context'
import { enterDecision } from '../composer/enter-decision'
import { Button } from '../design/button'
import { useConversationActions } from './conversation-actions'

/** Changes a question in its place. The old version stays reachable. */
export function QuestionEditor({ message }: { readonly message: QuestionMessage }) {
  const { askAgain, edits, setEditing } = useConversationActions()
  const sendKey = useSurroundings(({ settings }) => settings?.sendKey ?? 'enter')
  const [text, setText] = useState(() => edits.read(message.id) || message.text)
  const box = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const end = box.current?.value.length ?? 0
    box.current?.focus()
    box.current?.setSelectionRange(end, end)
  }, [])

  function change(next: string) {
    setText(next)
    edits.write(message.id, next === message.text ? '' : next)
  }

  function cancel() {
    edits.write(message.id, '')
    setEditing(null)
  }

  async function send() {
    if (text.trim() === '') return
    setEditing(null)
    // A refused one is kept: the editor begins with it.
    if (await askAgain(message, text)) edits.write(message.id, '')
    else setEditing(message.id)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      cancel()
    } else if (enterDecision(event.nativeEvent, sendKey) === 'send') {
      event.preventDefault()
      void send()
    }
  }

  return (
    <div className="question-editor">
      <textarea
        ref={box}
        dir="auto"
        aria-label="Edit message"
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="question-editor-buttons">
        <Button kind="plain" onClick={cancel}>
          Cancel
        </Button>
        <Button kind="strong" disabled={text.trim() === ''} onClick={() => void send()}>
          Ask again
        </Button>
      </div>
    </div>
  )
}
