import { useEffect, useState } from 'react'
import { progressOf } from '../../shared/stream/progress'
import { type Answer, isRunning } from '../../shared/stream/reduce-answer'
import { useAnswer, useClient } from '../bridge/client-context'
import './answer-status.css'
import { estimatedShare, figuresOf } from './figures'
import { stateWord } from './state-word'

const refreshEveryMs = 200

/** The line under an answer: what it is doing or how it ended, and its figures. */
export function AnswerStatus({ initial }: { readonly initial: Answer }) {
  const { answers } = useClient()
  const state = useAnswer(initial, (answer) => answer.state)
  const running = isRunning(state)
  const now = useClock(running)
  const answer = answers.read(initial.id) ?? initial
  const progress = progressOf(answer, now)
  const share = answer.firstTextAt === null ? null : estimatedShare(progress.tokens)

  return (
    // Its figures change all the time: the announcer speaks instead.
    <div className="answer-status" role="status" aria-label="Answer status" aria-live="off">
      <span className="answer-state" data-state={state.kind}>
        {running && <i className="pulse" />}
        {stateWord(state, now)}
      </span>
      {figuresOf(progress).map(({ name, text }) => (
        <span key={name} className="figure" data-name={name}>
          {text}
        </span>
      ))}
      {running && (
        <span
          className={share === null ? 'progress progress-unknown' : 'progress'}
          role="progressbar"
          aria-label="Answer progress"
          {...(share !== null && { 'aria-valuenow': Math.round(share * 100) })}
        >
          <i style={share === null ? {} : { transform: `scaleX(${share})` }} />
        </span>
      )}
    </div>
  )
}

function useClock(ticking: boolean): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!ticking) return
    const timer = setInterval(() => setNow(Date.now()), refreshEveryMs)
    return () => clearInterval(timer)
  }, [ticking])
  return now
}
