import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { type DrawnFormula, drawFormula } from './draw-formula'
import { createFormulaMemory } from './formula-memory'
import { createFramePace } from './frame-pace'
import { mathRenderer, whenMathLoaded } from './math-library'

/** About as many elements. */
const memory = createFormulaMemory(50_000)
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
    return pace.run(() => {
      const result = drawFormula(render, tex, display)
      memory.set(tex, display, result)
      setShown({ tex, display, drawn: result })
    })
  }, [render, tex, display, drawn, isSame])
  return drawn
}

function remembered(tex: string, display: boolean): Shown {
  return { tex, display, drawn: memory.get(tex, display) ?? null }
}
