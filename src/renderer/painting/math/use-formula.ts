import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { createBoundedMemory } from '../bounded-memory'
import { type DrawnFormula, drawFormula, formulaKey, isLongFormula } from './draw-formula'
import { createFramePace } from './frame-pace'
import { mathRenderer, whenMathLoaded } from './math-library'

/** Characters of formulas, which become about as many elements. */
const memory = createBoundedMemory<DrawnFormula>(50_000, (key) => key.length)
const pace = createFramePace({
  now: () => performance.now(),
  nextFrame: (call) => void requestAnimationFrame(call),
  budget: 4,
})

interface Shown {
  readonly tex: string
  readonly display: boolean
  readonly drawn: DrawnFormula | null
}

/** What became of a formula; null until KaTeX is loaded and has had time for it. */
export function useFormula(tex: string, display: boolean): DrawnFormula | null {
  const render = useSyncExternalStore(whenMathLoaded, mathRenderer, mathRenderer)
  // Held here too: the memory may forget a formula that is still on the screen.
  const [shown, setShown] = useState<Shown>(() => remembered(tex, display))
  const isSame = shown.tex === tex && shown.display === display
  const { drawn } = isSame ? shown : remembered(tex, display)
  useLayoutEffect(() => {
    if (render === null || (isSame && drawn !== null)) return
    if (drawn !== null) {
      setShown({ tex, display, drawn })
      return
    }
    let request: number | null = null
    const takeBack = pace.run(() => {
      const result = drawFormula(render, tex, display)
      memory.set(formulaKey(tex, display), result)
      const show = () => setShown({ tex, display, drawn: result })
      // The browser's part is as long as ours: both together would be too much for one frame.
      if (isLongFormula(tex)) request = requestAnimationFrame(show)
      else show()
    })
    return () => {
      takeBack()
      if (request !== null) cancelAnimationFrame(request)
    }
  }, [render, tex, display, drawn, isSame])
  return drawn
}

function remembered(tex: string, display: boolean): Shown {
  return { tex, display, drawn: memory.get(formulaKey(tex, display)) ?? null }
}
