import { useEffect, useState } from 'react'
import { type Answer, isRunning } from '../../shared/stream/reduce-answer'
import { useClient } from '../bridge/client-context'
import { arrive, isPainted, paintedWhole, paintFrame, shownText } from './paint-queue'

/**
 * The text of an answer as it is to be shown in this frame. What is there at first is shown at once;
 * what arrives later is revealed evenly, on animation frames, unless nobody could see that.
 */
export function usePaintedText(initial: Answer): string {
  const { answers } = useClient()
  const { id } = initial
  const [shown, setShown] = useState(() => (answers.read(id) ?? initial).text)

  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)')
    let queue = paintedWhole(answers.read(id)?.text ?? '')
    let request: number | null = null
    setShown(shownText(queue))

    function onFrame(now: number) {
      request = null
      queue = paintFrame(queue, now)
      setShown(shownText(queue))
      schedule()
    }
    function schedule() {
      if (request === null && !isPainted(queue)) request = requestAnimationFrame(onFrame)
    }
    function flush() {
      if (request !== null) cancelAnimationFrame(request)
      request = null
      queue = paintedWhole(queue.text)
      setShown(shownText(queue))
    }
    function onChange() {
      const answer = answers.read(id)
      if (answer === undefined) return
      queue = arrive(queue, answer.text, performance.now())
      if (!isRunning(answer.state) || document.hidden || calm.matches) flush()
      else schedule()
    }
    function onVisibility() {
      if (document.hidden) flush()
    }

    const unsubscribe = answers.subscribe(id, onChange)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      unsubscribe()
      document.removeEventListener('visibilitychange', onVisibility)
      if (request !== null) cancelAnimationFrame(request)
    }
  }, [answers, id])

  return shown
}
