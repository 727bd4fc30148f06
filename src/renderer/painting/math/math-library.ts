import type katex from 'katex'

type Render = typeof katex.render

let render: Render | null = null
let loading: Promise<void> | null = null
const listeners = new Set<() => void>()

/** KaTeX once it is loaded; null before. */
export function mathRenderer(): Render | null {
  return render
}

/** Loads KaTeX and its style sheet, once; where that failed, the next call tries again. */
function loadMath(): Promise<void> {
  loading ??= import('./katex').then(
    (loaded) => {
      render = loaded.render
      for (const listener of listeners) listener()
    },
    () => {
      loading = null
    },
  )
  return loading
}

/** Calls when KaTeX has come, and has it loaded; returns what ends that. */
export function whenMathLoaded(listener: () => void): () => void {
  listeners.add(listener)
  void loadMath()
  return () => listeners.delete(listener)
}

/** The faces of nearly every formula; the others come when one needs them. */
const usualFaces = ['1em KaTeX_Main', 'italic 1em KaTeX_Math', '1em KaTeX_Size1', '1em KaTeX_Size2']

/**
 * Loads what formulas need while the page has nothing else to do, so that the first waits for nothing.
 * @returns prevents it, when it has not begun
 */
export function preloadMath(): () => void {
  const request = requestIdleCallback(async () => {
    await loadMath()
    await Promise.allSettled(usualFaces.map((face) => document.fonts.load(face)))
  })
  return () => cancelIdleCallback(request)
}
