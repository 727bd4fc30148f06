import {
  type KeyboardEvent,
  memo,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { Settings } from '../../shared/settings/settings'
import type { Reception } from '../conversation/session'
import { Icon } from '../design/icon'
import './composer.css'
import type { Drafts } from './drafts'
import { enterDecision } from './enter-decision'
import { submitQuestion } from './submit-question'

export interface ComposerHandle {
  readonly focus: () => void
  /** Sends as if it had been typed. */
  readonly submit: (conversationId: string, text: string) => void
}

interface ComposerProps {
  readonly ref: Ref<ComposerHandle>
  readonly conversationId: string
  readonly drafts: Drafts
  readonly reception: Reception
  readonly sendKey: Settings['sendKey']
  /** How a question is sent, or a line broken. */
  readonly hint: string
  /** Why the last question was not taken. */
  readonly problem: string | null
  /** Resolves to whether the question was taken; when not, its text comes back. */
  readonly send: (conversationId: string, text: string) => Promise<boolean>
  readonly stop: () => void
  readonly editLast: () => void
}

const hints = {
  shown: 'Esc to stop',
  elsewhere: 'Another version is still being received',
}

/** Where one writes. It is drawn again when its own text changes, never while an answer streams. */
export const Composer = memo(function Composer(props: ComposerProps) {
  const { conversationId, drafts, reception, sendKey, hint, problem, send, stop, editLast } = props
  const running = reception === 'shown'
  const box = useRef<HTMLTextAreaElement>(null)
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(conversationId))
  const submit = useCallback(
    (id: string, question: string) => void submitQuestion(drafts, id, question, send),
    [drafts, send],
  )

  useImperativeHandle(props.ref, () => ({ focus: () => box.current?.focus(), submit }), [submit])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation is for writing.
  useLayoutEffect(() => box.current?.focus(), [conversationId])

  function onKeyDown(event: KeyboardEvent) {
    if (enterDecision(event.nativeEvent, sendKey) === 'send') {
      event.preventDefault()
      if (!running) submit(conversationId, text)
    } else if (event.key === 'ArrowUp' && text === '' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      editLast()
    }
  }

  return (
    <form
      className="composer column"
      aria-label="Composer"
      onSubmit={(event) => {
        event.preventDefault()
        if (!running) submit(conversationId, text)
      }}
    >
      {problem !== null && (
        <p className="composer-problem" role="alert">
          <Icon name="warning" />
          {problem}
        </p>
      )}
      <div className="composer-box">
        <textarea
          ref={box}
          rows={1}
          dir="auto"
          aria-label="Message"
          placeholder="Ask anything"
          value={text}
          onChange={(event) => drafts.write(conversationId, event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className="composer-tools">
          <span className="composer-hint">{reception === 'none' ? hint : hints[reception]}</span>
          {reception !== 'none' && (
            <button type="button" className="composer-go" aria-label="Stop" onClick={stop}>
              <Icon name="stop" />
            </button>
          )}
          {!running && (
            <button
              type="submit"
              className="composer-go"
              aria-label="Send"
              disabled={text.trim() === ''}
            >
              <Icon name="arrow-up" />
            </button>
          )}
        </div>
      </div>
    </form>
  )
})
