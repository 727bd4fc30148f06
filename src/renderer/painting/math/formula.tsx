import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isLongFormula } from './draw-formula'
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
      <code className={`${place} formula-source`} dir="ltr" title={drawn?.reason}>
        {source}
      </code>
    )
  }
  return (
    <span
      className={place}
      dir="ltr"
      data-formula={source}
      {...(isLongFormula(tex) ? { role: 'math', 'aria-label': source } : {})}
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
  useLayoutEffect(() => {
    place.current?.replaceChildren(element.isConnected ? element.cloneNode(true) : element)
  }, [element])
  return (
    <span
      ref={place}
      className={isWide ? 'formula-place formula-wide' : 'formula-place'}
      tabIndex={isWide ? 0 : undefined}
    />
  )
}

/** In pixels: a width is as much too large or too small at most. */
const rounding = 1

/**
 * Whether a part in which KaTeX breaks no line is wider than its place. What only hangs over that part
 * does not count. Asked when the browser has laid it out anyway.
 */
function useWide(place: RefObject<HTMLElement | null>, mayBeWide: boolean): boolean {
  const [isWide, setIsWide] = useState(false)
  useEffect(() => {
    const { current } = place
    if (!mayBeWide || current === null) return
    const observer = new ResizeObserver(() => {
      const parts = [...current.querySelectorAll<HTMLElement>('.katex-html > .katex-base')]
      setIsWide(parts.some(({ offsetWidth }) => offsetWidth > current.offsetWidth + rounding))
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [place, mayBeWide])
  return mayBeWide && isWide
}
