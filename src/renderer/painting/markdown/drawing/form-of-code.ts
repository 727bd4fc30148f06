import { fenceInfo } from '../../code/fence-info'
import type { CodeBlock } from '../node'

/** What a block of code is drawn as. One that may go on, or that holds a seam, stays code. */
export function formOfCode({
  info,
  closed,
  seams = [],
}: CodeBlock): 'code' | 'formula' | 'diagram' {
  if (!closed || seams.length > 0) return 'code'
  const { language } = fenceInfo(info)
  if (language === 'mermaid') return 'diagram'
  return language === 'math' ? 'formula' : 'code'
}
