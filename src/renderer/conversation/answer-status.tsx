import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { sameModel } from '../../shared/providers/provider'
import { estimatedShare } from '../../shared/stream/estimate'
import { nothingObserved, observe, progressOf } from '../../shared/stream/progress'
import { type Answer, type AnswerState, isRunning } from '../../shared/stream/reduce-answer'
import { useAnswer, useClient } from '../bridge/client-context'
import './answer-status.css'
import { answeredBy } from './answered-by'
import { ChosenModelContext } from './chosen-model-context'
import { FailedAttempts } from './failed-attempts'
import { figuresOf } from './figures'
import { modelName } from './model-name'
import { ProgressBar } from './progress-bar'
import { withoutGap } from './resumed-figures'
import { stateWord } from './state-word'
import { useLengthEstimate } from './use-length-estimate'

const refreshEveryMs = 200

interface AnswerStatusProps {
  readonly initial: Answer
  /** In UTF-16 units; how long the answer will be is estimated from it. */
  readonly questionLength: number
  /** There are other answers to the same question. */
  readonly oneOfSeveral?: boolean
}

/** The line under an answer: what it is doing or how it ended, and its figures. */
export function AnswerStatus({ initial, questionLength, oneOfSeveral = false }: AnswerStatusProps) {
  const { answers } = useClient()
  const state = useAnswer(initial, (answer) => answer.state)
  const running = isRunning(state)
  const now = useClock(running, state)
  const answer = answers.read(initial.id) ?? initial
  const estimate = useLengthEstimate(answer.model, questionLength, running)
  const observed = useRef(nothingObserved)
  observed.current = observe(observed.current, answer, now)
  const progress = progressOf(answer, observed.current, now)
  const chosen = useContext(ChosenModelContext)
  const isSubstitute = answeredBy(answer, initial.model) !== null
  const isOther = chosen !== null && !sameModel(chosen, answer.model)

  return (
    // Its figures change all the time: the announcer speaks instead.
    <div className="answer-status" role="status" aria-label="Answer status" aria-live="off">
      <span className="answer-state" data-state={state.kind}>
        {running && <i className="pulse" />}
        {stateWord(state, now)}
      </span>
      {(isSubstitute || isOther || oneOfSeveral) && (
        <span
          className="figure"
          data-name="model"
          title={isSubstitute ? 'Another model than the one asked first' : undefined}
        >
          {state.kind === 'failed' ? modelName(answer.model) : `by ${modelName(answer.model)}`}
        </span>
      )}
      {figuresOf(withoutGap(progress, answer, answers.sessionStart(answer.id))).map(
        ({ name, text, title }) => (
          <span key={name} className="figure" data-name={name} title={title}>
            {text}
          </span>
        ),
      )}
      {running && (
        <ProgressBar
          share={
            answer.firstTextAt === null
              ? null
              : estimatedShare(estimate, answer.text.length, progress.tokens)
          }
        />
      )}
      <FailedAttempts attempts={answer.failedAttempts} areEarlier={state.kind === 'failed'} />
    </div>
  )
}

/** The time, read again at every change of the state and, while it ticks, between them. */
function useClock(ticking: boolean, state: AnswerState): number {
  const [now, setNow] = useState(Date.now)
  // Before it is painted: a countdown that starts must not show a second too many.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each state has its own start.
  useLayoutEffect(() => setNow(Date.now()), [state])
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(Date.now()), refreshEveryMs)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
