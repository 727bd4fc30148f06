import { createDiagramCache } from './diagram-cache'
import { openDiagramFrame } from './diagram-frame'
import { createDiagramRenderer } from './diagram-renderer'

/** A few hundred diagrams of the usual size. */
const rememberedCharacters = 8_000_000

/** The one that all diagrams of this window share. */
export const diagrams = createDiagramRenderer({
  openFrame: openDiagramFrame,
  schedule(call, milliseconds) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
  cache: createDiagramCache(rememberedCharacters),
})

/** To be called when a diagram begins to arrive, so that it need not wait for the frame at its end. */
export function prepareDiagrams(): void {
  diagrams.prepare()
}
