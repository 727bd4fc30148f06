import { isAsciiLetterOrDigit, isBlank } from './characters'
import { isFormula, looksLikeMoney, looksLikeProse, startsLikeMoney } from './formula-shape'
import { limits, unfinishedLimits } from './limits'

/** Neither white space follows the dollar nor a letter or digit precedes it. */
export function opensFormula(source: string, dollar: number): boolean {
  const first = source.charCodeAt(dollar + 1)
  if (Number.isNaN(first) || isBlank(first) || first === 41 || first === 44) return false
  return !isAsciiLetterOrDigit(source.charCodeAt(dollar - 1))
}

/** No white space precedes the next dollar and no digit follows it. */
export function closesFormula(source: string, dollar: number, closer: number): boolean {
  if (closer - dollar - 1 > limits.formula || isBlank(source.charCodeAt(closer - 1))) return false
  const behind = source.charCodeAt(closer + 1)
  if (behind >= 48 && behind <= 57) return false
  const content = source.slice(dollar + 1, closer)
  return !looksLikeMoney(content) && isFormula(content)
}

/** Whether a dollar and this, with which the source ends, will rather be a formula than stay text. */
export function isFormulaBegun(content: string): boolean {
  if (content.length > unfinishedLimits.dollarFormula || content.includes('\n')) return false
  return !startsLikeMoney(content) && !looksLikeProse(content)
}
