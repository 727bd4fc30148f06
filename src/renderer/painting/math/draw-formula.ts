import type katex from 'katex'
import type { KatexOptions } from 'katex'

/** What became of a formula: an element for one place, to be cloned for others, or the reason why there is none. */
export type DrawnFormula =
  | { readonly kind: 'drawn'; readonly element: HTMLElement }
  | { readonly kind: 'problem'; readonly reason: string }

/** What a formula may be and do at most; sizes are in em. */
const longestFormula = 2_500
const limits = { maxExpand: 1_000, maxSize: 20 }

/** A long one costs a browser much, and is drawn without the MathML that only assistive tools read. */
export const isLongFormula = (tex: string): boolean => tex.length >= 1_000

/** Draws a formula once; whatever KaTeX cannot draw becomes a reason. */
export function drawFormula(
  render: typeof katex.render,
  tex: string,
  display: boolean,
): DrawnFormula {
  if (tex.length > longestFormula) {
    return { kind: 'problem', reason: 'This formula is too long to be drawn.' }
  }
  const element = document.createElement('span')
  element.className = 'formula-drawing'
  try {
    render(tex, element, formulaOptions(tex, display))
    return { kind: 'drawn', element }
  } catch (error) {
    return { kind: 'problem', reason: formulaProblem(error) }
  }
}

export function formulaOptions(tex: string, display: boolean): KatexOptions {
  return {
    ...limits,
    displayMode: display,
    output: isLongFormula(tex) ? 'html' : 'htmlAndMathml',
    throwOnError: true,
    // Models write words of all languages into formulas.
    strict: 'ignore',
    trust: false,
  }
}

/** Names what is drawn: the same source in a line and on its own are two formulas. */
export function formulaKey(tex: string, display: boolean): string {
  return `${display ? 'display' : 'inline'} ${tex}`
}

const longestReason = 200

/** Says why KaTeX could not draw a formula, in one sentence. */
export function formulaProblem(error: unknown): string {
  // Nesting without end exhausts the stack, and the message of that says nothing.
  if (!(error instanceof Error) || error.name !== 'ParseError') {
    return 'Not a formula KaTeX can draw.'
  }
  const reason = error.message.replace(/^KaTeX parse error:\s*/, '').replaceAll(/[\u0332]/g, '')
  return `Not a formula KaTeX knows: ${
    reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason
  }`
}
