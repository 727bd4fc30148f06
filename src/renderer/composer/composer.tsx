import {
  type KeyboardEvent,
  memo,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { Settings } from '../../shared/settings/settings'
import { Icon } from '../design/icon'
import './composer.css'
import type { Drafts } from './drafts'
import { enterDecision } from './enter-decision'

export interface ComposerHandle {
  readonly focus: () => void
  /** Sends as if it had been typed. */
  readonly submit: (conversationId: string, text: string) => void
}

interface ComposerProps {
  readonly ref: Ref<ComposerHandle>
  readonly conversationId: string
  readonly drafts: Drafts
  readonly running: boolean
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

/** Where one writes. It is drawn again when its own text changes, never while an answer streams. */
export const Composer = memo(function Composer(props: ComposerProps) {
  const { conversationId, drafts, running, sendKey, hint, problem, send, stop, editLast } = props
  const box = useRef<HTMLTextAreaElement>(null)
  const [draft, setDraft] = useState({ conversationId, text: drafts.read(conversationId) })
  if (draft.conversationId !== conversationId) {
    setDraft({ conversationId, text: drafts.read(conversationId) })
  }
  const { text } = draft

  const put = useCallback(
    (id: string, next: string) => {
      drafts.write(id, next)
      setDraft((current) => (current.conversationId === id ? { ...current, text: next } : current))
    },
    [drafts],
  )

  const submit = useCallback(
    async (id: string, question: string) => {
      if (question.trim() === '') return
      put(id, '')
      const taken = await send(id, question)
      // Unless something new was written meanwhile, which is worth more.
      if (!taken && drafts.read(id) === '') put(id, question)
    },
    [drafts, put, send],
  )

  useImperativeHandle(
    props.ref,
    () => ({
      focus: () => box.current?.focus(),
      submit: (id, question) => void submit(id, question),
    }),
    [submit],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: another conversation is for writing.
  useLayoutEffect(() => box.current?.focus(), [conversationId])

  function onKeyDown(event: KeyboardEvent) {
    if (enterDecision(event.nativeEvent, sendKey) === 'send') {
      event.preventDefault()
      if (!running) void submit(conversationId, text)
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
        if (!running) void submit(conversationId, text)
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
          aria-label="Message"
          placeholder="Ask anything"
          value={text}
          onChange={(event) => put(conversationId, event.target.value)}
          onKeyDown={onKeyDown}
        />
        <div className="composer-tools">
          <span className="composer-hint">{running ? 'Esc to stop' : hint}</span>
          {running ? (
            <button type="button" className="composer-go" aria-label="Stop" onClick={stop}>
              <Icon name="stop" />
            </button>
          ) : (
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
