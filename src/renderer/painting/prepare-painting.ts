import { preloadLanguages } from './code/load-language'
import { preloadMath } from './math/math-library'

/**
 * Loads what the first coloured code and the first formula of a window need, while the window has
 * nothing else to do.
 *
 * @returns prevents what has not begun
 */
export function preparePainting(): () => void {
  const request = requestIdleCallback(() => preloadLanguages())
  const cancelMath = preloadMath()
  return () => {
    cancelIdleCallback(request)
    cancelMath()
  }
}
