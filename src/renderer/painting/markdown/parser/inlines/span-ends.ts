import { backtickRuns, endOfRun } from './backtick-runs'
import { closesFormula, isFormulaBegun, opensFormula } from './dollars'
import { occurrences, unescaped } from './occurrences'

/**
 * Says where the code, formula or character that begins at an offset of a line ends; it is asked for
 * one behind the other. With `atEnd` the line may go on, and so may what is not closed.
 */
export function spanEnds(line: string, atEnd: boolean): (start: number) => number {
  const nextBackticks = backtickRuns(line, ignore)
  const nextDollar = occurrences(line, unescaped(line, '$'), ignore)

  const codeEnd = (start: number): number => {
    const end = endOfRun(line, start)
    const closer = nextBackticks(end - start, end)
    if (closer !== -1) return closer + end - start
    return atEnd ? line.length : end
  }
  const formulaEnd = (start: number): number => {
    const end = endOfRun(line, start)
    if (end > start + 1 || !opensFormula(line, start)) return end
    const closer = nextDollar(end)
    const content = line.slice(end, closer === -1 ? line.length : closer)
    if (content.includes('`')) return end
    if (closer === -1) return atEnd && isFormulaBegun(content) ? line.length : end
    return closesFormula(line, start, closer) ? closer + 1 : end
  }
  return (start) => {
    const character = line[start]
    if (character === '`') return codeEnd(start)
    if (character === '$') return formulaEnd(start)
    return character === '\\' ? start + 2 : start + 1
  }
}

function ignore(): void {}
