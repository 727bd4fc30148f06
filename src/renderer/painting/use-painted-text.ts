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
  const { answers, visible } = useClient()
  const { id } = initial
  const [shown, setShown] = useState(() =>
    shownText(paintedWhole((answers.read(id) ?? initial).text)),
  )

  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)')
    const painter = createTextPainter('', thisWindow, setShown)
    const isWatched = () => visible.read() && !calm.matches

    function onChange() {
      const answer = answers.read(id)
      if (answer === undefined) return
      painter.take(answer.text, isRunning(answer.state) && isWatched())
    }
    function onSight() {
      if (!isWatched()) painter.flush()
    }

    painter.take(answers.read(id)?.text ?? '', false)
    const unsubscribe = answers.subscribe(id, onChange)
    const leave = visible.subscribe(onSight)
    const withdraw = offerBacklog(painter.backlog)
    calm.addEventListener('change', onSight)
    return () => {
      unsubscribe()
      withdraw()
      leave()
      calm.removeEventListener('change', onSight)
      painter.stop()
    }
  }, [answers, visible, id])

  return shown
}
