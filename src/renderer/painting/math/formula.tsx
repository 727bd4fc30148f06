import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { listenForCopies } from './formula-copy'
import { useFormula } from './use-formula'
import './formula.css'

interface FormulaProps {
  /** Without its delimiters. */
  readonly tex: string
  /** Stands on lines of its own. */
  readonly display: boolean
}

/** A formula; as it is written until it is drawn, and when it cannot be. */
export function Formula({ tex, display }: FormulaProps) {
  const drawn = useFormula(tex, display)
  const source = display ? `$$${tex}$$` : `$${tex}$`
  const place = display ? 'formula formula-display' : 'formula'
  if (drawn === null || drawn.kind === 'problem') {
    return (
      <code className={`${place} formula-source`} title={drawn?.reason}>
        {source}
      </code>
    )
  }
  return (
    <span
      className={place}
      data-formula={source}
      // A wide formula scrolls, also by keyboard.
      tabIndex={display ? 0 : undefined}
    >
      <Drawing element={drawn.element} mayBeWide={!display && tex.length >= shortestWide} />
    </span>
  )
}

/** Whether one is too wide is only asked of formulas of that length: the answer costs a layout. */
const shortestWide = 40

interface DrawingProps {
  readonly element: HTMLElement
  readonly mayBeWide: boolean
}

/** KaTeX makes elements and no markup, so they are put in past React. */
function Drawing({ element, mayBeWide }: DrawingProps) {
  const place = useRef<HTMLSpanElement>(null)
  const [isWide, setIsWide] = useState(false)
  useEffect(listenForCopies, [])
  useLayoutEffect(() => {
    const { current } = place
    current?.replaceChildren(element.cloneNode(true))
    setIsWide(mayBeWide && current !== null && current.scrollWidth > current.clientWidth)
  }, [element, mayBeWide])
  return (
    <span
      ref={place}
      className={isWide ? 'formula-place formula-wide' : 'formula-place'}
      tabIndex={isWide ? 0 : undefined}
    />
  )
}
