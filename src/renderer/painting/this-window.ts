import { flushSync } from 'react-dom'
import type { PaintingWindow } from './text-painter'

/** The window that this code runs in. What changes in a frame is drawn in that frame, not after it. */
export const thisWindow: PaintingWindow = {
  requestFrame: (callback) => requestAnimationFrame((now) => flushSync(() => callback(now))),
  cancelFrame: (request) => cancelAnimationFrame(request),
  now: () => performance.now(),
}
