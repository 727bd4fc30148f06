import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
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

/** Whether one is too wide is only asked of formulas of that length: the answer costs an observer. */
const shortestWide = 40

interface DrawingProps {
  readonly element: HTMLElement
  readonly mayBeWide: boolean
}

/** KaTeX makes elements and no markup, so they are put in past React. */
function Drawing({ element, mayBeWide }: DrawingProps) {
  const place = useRef<HTMLSpanElement>(null)
  const isWide = useWide(place, mayBeWide)
  useEffect(listenForCopies, [])
  useLayoutEffect(() => place.current?.replaceChildren(element.cloneNode(true)), [element])
  return (
    <span
      ref={place}
      className={isWide ? 'formula-place formula-wide' : 'formula-place'}
      tabIndex={isWide ? 0 : undefined}
    />
  )
}

/** In pixels: so far the ink of a formula may reach out of its box. */
const overhang = 4

/** Whether more is in an element than it shows. Asked when the browser has laid it out anyway. */
function useWide(place: RefObject<HTMLElement | null>, mayBeWide: boolean): boolean {
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const { current } = place
    if (!mayBeWide || current === null) return
    const observer = new ResizeObserver(() => {
      setIsWide(current.scrollWidth > current.clientWidth + overhang)
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [place, mayBeWide])
  return mayBeWide && isWide
}
