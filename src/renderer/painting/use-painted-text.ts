import { useEffect, useState } from 'react'
import { type Answer, isRunning } from '../../shared/stream/reduce-answer'
import { useClient } from '../bridge/client-context'
import { offerBacklog } from '../measure/backlog'
import { paintedWhole, shownText } from './paint-queue'
import { createTextPainter } from './text-painter'
import { thisWindow } from './this-window'

/**
 * The text of an answer as it is to be shown in this frame. What is there at first is shown at once;
 * what arrives later is revealed evenly, on animation frames, unless nobody could see that.
 */
export function usePaintedText(initial: Answer): string {
  const { answers } = useClient()
  const { id } = initial
  const [shown, setShown] = useState(() =>
    shownText(paintedWhole((answers.read(id) ?? initial).text)),
  )

  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)')
    const painter = createTextPainter('', thisWindow, setShown)

    function onChange() {
      const answer = answers.read(id)
      if (answer === undefined) return
      painter.take(answer.text, isRunning(answer.state) && !document.hidden && !calm.matches)
    }
    function onSight() {
      if (document.hidden || calm.matches) painter.flush()
    }

    painter.take(answers.read(id)?.text ?? '', false)
    const unsubscribe = answers.subscribe(id, onChange)
    const withdraw = offerBacklog(painter.backlog)
    document.addEventListener('visibilitychange', onSight)
    calm.addEventListener('change', onSight)
    return () => {
      unsubscribe()
      withdraw()
      document.removeEventListener('visibilitychange', onSight)
      calm.removeEventListener('change', onSight)
      painter.stop()
    }
  }, [answers, id])

  return shown
}
