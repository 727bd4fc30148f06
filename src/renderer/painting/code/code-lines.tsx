import { memo, type ReactNode } from 'react'
import { classes } from '../../design/classes'
import { type CodeRun, codeRuns, splitRuns } from './code-runs'
import type { LineGroup } from './line-groups'
import { SeamMark } from './seam-mark'

interface CodeLinesProps {
  readonly lines: LineGroup
  /** Offsets in these lines with their ends, joined by commas: equal ones are the same value. */
  readonly seams: string
  readonly growing: boolean
}

/** Some lines of code in one block: texts, and an element for what has a colour. */
export const CodeLines = memo(function CodeLines({ lines, seams, growing }: CodeLinesProps) {
  let runs = codeRuns(lines)
  // The mark of growing stands behind the last character, not below it: without the end of its line.
  if (growing) runs = splitRuns(runs, lengthOf(runs) - 1)[0]
  const parts: ReactNode[] = []
  const draw = (text: readonly CodeRun[]) => {
    for (const run of text) parts.push(drawnRun(run, parts.length))
  }
  let drawn = 0
  for (const offset of seams === '' ? [] : seams.split(',').map(Number)) {
    const [before, after] = splitRuns(runs, offset - drawn)
    draw(before)
    parts.push(<SeamMark key={parts.length} />)
    runs = after
    drawn = offset
  }
  draw(runs)
  return <span className={classes('code-lines', growing && 'growing')}>{parts}</span>
})

function drawnRun({ text, tokenClass, isPart }: CodeRun, index: number): ReactNode {
  if (tokenClass === null && !isPart) return text
  return (
    <span key={index} className={isPart ? 'code-part' : `tok-${tokenClass}`}>
      {text}
    </span>
  )
}

function lengthOf(runs: readonly CodeRun[]): number {
  return runs.reduce((length, { text }) => length + text.length, 0)
}
