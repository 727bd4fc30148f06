import { isInsideCharacter } from '../../../../shared/text/surrogates'

/**
 * Where an offset of the text is in lines that were taken from it without their indentation; null if
 * that is behind them.
 *
 * @param start of the block in the text
 * @param above how many lines of the block are above the given ones
 */
export function placeInLines(
  lines: readonly string[],
  text: string,
  start: number,
  offset: number,
  above: number,
): number | null {
  let index = -above
  let lineStart = start
  for (const found of text.slice(start, offset).matchAll(/\r\n|\n|\r/g)) {
    index += 1
    lineStart = start + found.index + found[0].length
  }
  const line = lines[Math.max(0, index)]
  if (line === undefined) return null
  if (index < 0) return 0
  const length = lines.slice(0, index).reduce((sum, { length: each }) => sum + each + 1, 0)
  const written = /[^\r\n]*/.exec(text.slice(lineStart, lineStart + line.length + maximalIndent))
  const indent = (written?.[0].trimEnd().length ?? 0) - line.trimEnd().length
  const column = Math.max(0, Math.min(line.length, offset - lineStart - indent))
  return length + (isInsideCharacter(line, column) ? column + 1 : column)
}

/** Of as many lists and quotes as there may be inside each other. */
const maximalIndent = 1_000
