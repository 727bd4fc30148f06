import { createBoundedMemory } from '../bounded-memory'
import { openDiagramFrame } from './diagram-frame'
import { createDiagramRenderer } from './diagram-renderer'
import type { DiagramResult } from './diagram-result'

/** A few hundred diagrams of the usual size. */
const rememberedCharacters = 8_000_000

/** The one that all diagrams of this window share. */
export const diagrams = createDiagramRenderer({
  openFrame: openDiagramFrame,
  schedule(call, milliseconds) {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
  memory: createBoundedMemory(rememberedCharacters, charactersOf),
})

/** To be called when a diagram begins to arrive, so that it need not wait for the frame at its end. */
export function prepareDiagrams(): void {
  diagrams.prepare()
}

function charactersOf(key: string, result: DiagramResult): number {
  return key.length + (result.kind === 'picture' ? result.picture.svg.length : result.reason.length)
}
