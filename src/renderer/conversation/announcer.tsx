import { useEffect, useState } from 'react'
import { type Answer, isRunning } from '../../shared/stream/reduce-answer'
import { useClient } from '../bridge/client-context'
import { sentencesAfter } from './sentences'
import { stateWord } from './state-word'

const atMostEveryMs = 2000

/** Reads an answer to screen readers while it runs, sentence by sentence, then how it ended. */
export function Announcer({ initial }: { readonly initial: Answer | null }) {
  const { answers } = useClient()
  const [announcement, setAnnouncement] = useState('')

  useEffect(() => {
    const first = initial === null ? null : (answers.read(initial.id) ?? initial)
    if (first === null || !isRunning(first.state)) return
    let position = first.text.length
    const timer = setInterval(() => {
      const answer = answers.read(first.id) ?? first
      const ended = !isRunning(answer.state)
      const { spoken, end } = sentencesAfter(answer.text, position, ended)
      position = end
      if (ended) clearInterval(timer)
      const word = ended ? stateWord(answer.state, Date.now()) : ''
      if (spoken !== '' || word !== '') setAnnouncement(`${spoken} ${word}`.trim())
    }, atMostEveryMs)
    return () => clearInterval(timer)
  }, [answers, initial])

  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {announcement}
    </div>
  )
}
