import type { DrawnFormula } from './draw-formula'

export interface FormulaMemory {
  readonly get: (tex: string, display: boolean) => DrawnFormula | undefined
  readonly set: (tex: string, display: boolean, drawn: DrawnFormula) => void
}

/** Remembers that many characters of formulas, and forgets what was not drawn for the longest. */
export function createFormulaMemory(mostCharacters: number): FormulaMemory {
  const formulas = new Map<string, DrawnFormula>()
  let characters = 0
  return {
    get(tex, display) {
      const key = keyOf(tex, display)
      const drawn = formulas.get(key)
      if (drawn === undefined) return undefined
      // A map keeps the order in which its keys came: the last is the one used last.
      formulas.delete(key)
      formulas.set(key, drawn)
      return drawn
    },
    set(tex, display, drawn) {
      const key = keyOf(tex, display)
      if (!formulas.has(key)) characters += key.length
      formulas.set(key, drawn)
      for (const oldest of formulas.keys()) {
        if (characters <= mostCharacters) return
        formulas.delete(oldest)
        characters -= oldest.length
      }
    },
  }
}

function keyOf(tex: string, display: boolean): string {
  return `${display ? 'display' : 'inline'} ${tex}`
}
