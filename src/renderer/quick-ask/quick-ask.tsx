import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useClient, useSurroundings } from '../bridge/client-context'
import { createDrafts } from '../composer/drafts'
import { enterDecision } from '../composer/enter-decision'
import { withRefused } from '../composer/submit-question'
import type { ConversationActions } from '../conversation/conversation-actions'
import { MessageContexts } from '../conversation/message-contexts'
import { DropMark } from '../design/drop-mark'
import { applyTheme } from '../design/theme'
import { useEscape } from '../design/use-escape'
import { useLatest } from '../design/use-latest'
import { escapeStep } from './escape-step'
import { QuickAnswer } from './quick-answer'
import './quick-ask.css'
import { QuickFoot } from './quick-foot'
import { useExchange } from './use-exchange'
import { useReportedHeight } from './use-reported-height'

/** The small window: one question, its answer, and away again. */
export function QuickAsk() {
  const { bridge, answers, quickAskShown, surroundings } = useClient()
  const exchange = useExchange()
  const { conversationId, answer, asked, running, problem } = exchange
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const [keepOpen, setKeepOpen] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const page = useReportedHeight()
  const theme = useSurroundings(({ settings }) => settings?.theme ?? 'system')
  useEffect(() => applyTheme(theme), [theme])

  const { clear } = exchange
  useEffect(() => box.current?.focus(), [])
  useEffect(
    () =>
      quickAskShown.listen(({ fresh }) => {
        if (fresh) {
          clear()
          setText('')
          setRefusal(null)
        }
        box.current?.focus()
        box.current?.select()
      }),
    [quickAskShown, clear],
  )

  async function ask() {
    await surroundings.ready
    if (text.trim() === '' || running) return
    setRefusal(null)
    // The question stays where it is; typing replaces it.
    box.current?.select()
    const taken = await exchange.ask(text)
    if (!taken) setText((since) => withRefused(text, since))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (enterDecision(event.nativeEvent, 'enter') !== 'send') return
    event.preventDefault()
    if (event.metaKey || event.ctrlKey) openInRivulet()
    else if (text !== asked || canAskAgain()) void ask()
  }

  /** Enter twice is not meant to ask twice, unless the first try came to nothing. */
  function canAskAgain(): boolean {
    const state = answer === null ? null : answers.read(answer.id)?.state.kind
    return state !== 'complete' && !running
  }

  function openInRivulet() {
    if (answer !== null) void bridge.desktop.showConversation({ conversationId })
  }

  useEscape(() => {
    const step = escapeStep({ running, hasText: text !== '', hasExchange: answer !== null })
    if (step === 'stop') exchange.stop()
    else if (step === 'hide') void bridge.quickAsk.hide({})
    else {
      exchange.clear()
      setText('')
      setRefusal(null)
      box.current?.focus()
    }
  })

  const latest = useLatest({ exchange, openInRivulet })
  const actions = useMemo<ConversationActions>(
    () => ({
      copy: async (copied) => (await bridge.desktop.copyText({ text: copied })).ok,
      regenerate() {
        latest.current.exchange.retry()
        box.current?.focus()
      },
      resume(answerId) {
        latest.current.exchange.resume(answerId)
        box.current?.focus()
      },
      retryNow: (answerId) => void bridge.answers.retryNow({ answerId }),
      stop: (answerId) => void bridge.answers.stop({ answerId }),
      async copyDiagnostics(answerId) {
        const { conversationId } = latest.current.exchange
        return (await bridge.answers.copyDiagnostics({ conversationId, answerId })).ok
      },
      askAgain: async () => false,
      edits: createDrafts(),
      setEditing: () => {},
      chooseVersion: () => {},
      // Models and keys are chosen in the main window.
      chooseModel: () => latest.current.openInRivulet(),
      openProvider: () => latest.current.openInRivulet(),
    }),
    [bridge, latest],
  )

  return (
    <MessageContexts actions={actions} say={setRefusal}>
      <div
        ref={page}
        className="quick-page"
        onPointerDown={(event) => {
          // Around the panel is only its shadow; nobody should find an invisible window there.
          if (event.target === event.currentTarget && !keepOpen) void bridge.quickAsk.hide({})
        }}
      >
        <main className="quick-panel">
          <div className="quick-question">
            <DropMark size={20} />
            <textarea
              ref={box}
              rows={1}
              dir="auto"
              aria-label="Ask anything"
              placeholder="Ask anything"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={onKeyDown}
            />
          </div>
          {(problem ?? refusal) !== null && (
            <p className="quick-problem" role="alert">
              {problem ?? refusal}
            </p>
          )}
          <QuickAnswer answer={answer} />
          <QuickFoot
            exchange={exchange}
            keepOpen={keepOpen}
            setKeepOpen={(keep) => {
              setKeepOpen(keep)
              void bridge.quickAsk.keepOpen({ keepOpen: keep })
            }}
            copy={actions.copy}
            openInRivulet={openInRivulet}
          />
        </main>
      </div>
    </MessageContexts>
  )
}
