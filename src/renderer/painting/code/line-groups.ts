import type { HighlightedLine } from './highlight-lines'

/** Few enough that the group at the end is cheap to draw again, and that long code has few groups. */
export const linesInGroup = 16

export type LineGroup = readonly HighlightedLine[]

/** Cuts code into groups; one whose lines are the same objects as before is the same object. */
export function groupLines(
  lines: readonly HighlightedLine[],
  previous: readonly LineGroup[] = [],
): readonly LineGroup[] {
  const groups: LineGroup[] = []
  for (let start = 0; start < lines.length; start += linesInGroup) {
    const size = Math.min(linesInGroup, lines.length - start)
    const known = previous[groups.length]
    const isKnown =
      known?.length === size && known.every((line, index) => line === lines[start + index])
    groups.push(isKnown ? known : lines.slice(start, start + size))
  }
  return groups
}

/** In UTF-16 units, with the line ends. */
function groupLength(group: LineGroup): number {
  let length = 0
  for (const { text } of group) length += text.length + 1
  return length
}

/** For each group the offsets in it at which a seam stands; one behind the end stands at the end. */
export function seamsByGroup(
  groups: readonly LineGroup[],
  seams: readonly number[],
): readonly (readonly number[])[] {
  if (seams.length === 0) return groups.map(() => [])
  let start = 0
  return groups.map((group, index) => {
    const length = groupLength(group)
    const isLast = index === groups.length - 1
    const here = seams.filter((seam) => seam >= start && (isLast || seam < start + length))
    const offsets = here.map((seam) => Math.min(seam - start, length))
    start += length
    return offsets
  })
}
