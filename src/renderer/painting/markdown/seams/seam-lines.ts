import type { Block, SeamLine } from '../node'

const linesBefore = new WeakMap<Block, SeamLine>()
const linesBehind = new WeakMap<Block, SeamLine>()

// Each has a place of its own among its siblings.
export const lineBefore = (block: Block): SeamLine => lineAt(linesBefore, block, block.start - 0.5)
export const lineBehind = (block: Block): SeamLine => lineAt(linesBehind, block, block.end - 0.25)

function lineAt(lines: WeakMap<Block, SeamLine>, block: Block, place: number): SeamLine {
  const line = lines.get(block) ?? { kind: 'seam', start: place, end: place }
  lines.set(block, line)
  return line
}
