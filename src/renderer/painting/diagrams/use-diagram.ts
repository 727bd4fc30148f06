import { useEffect, useState } from 'react'
import { longestSource } from './diagram-message'
import type { DiagramResult } from './diagram-result'
import type { DiagramTheme } from './diagram-theme'
import { diagrams } from './diagrams'

const tooLong: DiagramResult = {
  kind: 'problem',
  reason: `This diagram is too long to be drawn: it has more than ${longestSource.toLocaleString('en')} characters.`,
}

/** What became of a diagram in these colours; null while it is not known. */
export function useDiagram(source: string, theme: DiagramTheme): DiagramResult | null {
  // After a change of the theme the picture in the old colours stays until there is the new one.
  const [latest, setLatest] = useState<DiagramResult | null>(null)
  const known = source.length > longestSource ? tooLong : diagrams.known(source, theme)
  useEffect(() => {
    if (known === undefined) return diagrams.draw(source, theme, setLatest)
    // Held here too: the memory may forget a diagram that is still on the screen.
    setLatest(known)
    return undefined
  }, [source, theme, known])
  return known ?? latest
}
