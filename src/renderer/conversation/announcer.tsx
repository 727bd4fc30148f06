import { useEffect, useState } from 'react'
import { type Answer, isRunning } from '../../shared/stream/reduce-answer'
import { useClient } from '../bridge/client-context'
import { announce, heardOf } from './announcement'

const atMostEveryMs = 2000

interface AnnouncerProps {
  readonly initial: Answer
  /** Said before it, once. */
  readonly notice?: string | undefined
}

/** Reads an answer to screen readers while it runs, sentence by sentence, then how it ended. */
export function Announcer({ initial, notice }: AnnouncerProps) {
  const { answers } = useClient()
  const [announcement, setAnnouncement] = useState('')

  useEffect(() => {
    const read = () => answers.read(initial.id) ?? initial
    let heard = heardOf(read())
    let unsaid = notice
    let timer: ReturnType<typeof setInterval> | undefined

    function speak() {
      const answer = read()
      const next = announce(heard, answer, Date.now())
      const words = [unsaid, next.spoken].filter(Boolean).join(' ')
      heard = next.heard
      unsaid = undefined
      if (words !== '') setAnnouncement(words)
      if (!isRunning(answer.state)) finish()
    }
    function start() {
      if (timer === undefined && isRunning(read().state)) timer = setInterval(speak, atMostEveryMs)
    }
    function finish() {
      clearInterval(timer)
      timer = undefined
    }
    start()
    const unsubscribe = answers.subscribe(initial.id, start)
    return () => {
      unsubscribe()
      finish()
    }
  }, [answers, initial, notice])

  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {announcement}
    </div>
  )
}
