import type { Context } from './context'
import { emptySummary, type Shown, type Summary, summaryOf } from './summary'

/**
 * What is known of the first blocks of a container, or rows of a table, which stay as they are while
 * more are added: a call then costs no more than the blocks that are new or open. It belongs to all
 * states of the container, and is used only as far as it holds.
 */
export class Settled<Node> {
  readonly summed = new Extent()
  summary = emptySummary
  readonly made = new Extent()
  shown: Shown | null = null
  tight = false
  readonly nodes: Node[] = []
  /** The last list that was made of the nodes, and how many of them it begins with. */
  list: readonly Node[] | null = null
  listed = 0
}

/** The first `count` parts. Their last stands for all of them: no block has two places. */
class Extent {
  count = 0
  private last: object | null = null
  context: Context | null = null

  isBeginningOf(all: readonly object[], settled: number): boolean {
    return this.count === 0 || (this.count <= settled && all[this.count - 1] === this.last)
  }

  extendTo(all: readonly object[], count: number): void {
    this.count = count
    this.last = all[count - 1] ?? null
  }
}

interface Parts<Part, Node> {
  readonly all: readonly Part[]
  /** So many of them stay. */
  readonly settledCount: number
  /** Null as long as there was only one state of the container. */
  readonly settled: Settled<Node> | null
}

export function summaryOfParts<Part extends object, Node>(
  { all, settledCount, settled }: Parts<Part, Node>,
  context: Context,
  read: (part: Part, context: Context) => Summary,
): Summary {
  if (settled === null) return summaryFrom(emptySummary, all, 0, all.length, context, read)
  const { summed } = settled
  const isMeant = summed.context === context || !settled.summary.asks
  if (!isMeant || !summed.isBeginningOf(all, settledCount)) {
    summed.count = 0
    settled.summary = emptySummary
  }
  summed.context = context
  settled.summary = summaryFrom(settled.summary, all, summed.count, settledCount, context, read)
  summed.extendTo(all, settledCount)
  return summaryFrom(settled.summary, all, settledCount, all.length, context, read)
}

function summaryFrom<Part extends object>(
  first: Summary,
  all: readonly Part[],
  from: number,
  to: number,
  context: Context,
  read: (part: Part, context: Context) => Summary,
): Summary {
  let others: Summary[] | null = null
  for (let place = from; place < to; place += 1) {
    const summary = read(all[place] as Part, context)
    if (summary === emptySummary) continue
    others ??= []
    others.push(summary)
  }
  return others === null ? first : summaryOf(first, others)
}

export interface NodeRules {
  readonly context: Context
  readonly shown: Shown
  /** Only for the items of lists. */
  readonly tight: boolean
}

/** The nodes of parts of which `summaryOfParts` is known; `before` itself if they are the same. */
export function nodesOfParts<Part extends object, Node>(
  { all, settledCount, settled }: Parts<Part, Node>,
  { context, shown, tight }: NodeRules,
  before: readonly Node[],
  make: (part: Part, place: number) => Node | null,
): readonly Node[] {
  if (settled === null) {
    const nodes = nodesFrom(all, 0, all.length, make)
    return isJoined(before, nodes, [], 0) ? before : nodes
  }
  const { made, nodes } = settled
  const { asks, defines } = settled.summary
  const isMeant = (made.context === context || !asks) && (settled.shown === shown || !defines)
  if (!isMeant || settled.tight !== tight || !made.isBeginningOf(all, settledCount)) {
    made.count = 0
    nodes.length = 0
    settled.list = null
  }
  made.context = context
  settled.shown = shown
  settled.tight = tight
  for (const node of nodesFrom(all, made.count, settledCount, make)) nodes.push(node)
  made.extendTo(all, settledCount)

  const open = nodesFrom(all, settledCount, all.length, make)
  const from = settled.list === before ? settled.listed : 0
  settled.list = isJoined(before, nodes, open, from) ? before : nodes.concat(open)
  settled.listed = nodes.length
  return settled.list
}

function nodesFrom<Part extends object, Node>(
  all: readonly Part[],
  from: number,
  to: number,
  make: (part: Part, place: number) => Node | null,
): Node[] {
  const nodes: Node[] = []
  for (let place = from; place < to; place += 1) {
    const node = make(all[place] as Part, place)
    if (node !== null) nodes.push(node)
  }
  return nodes
}

/** Whether a list holds the same, if its items up to `from` are known to be. */
function isJoined<Node>(
  list: readonly Node[],
  first: readonly Node[],
  second: readonly Node[],
  from: number,
): boolean {
  if (list.length !== first.length + second.length) return false
  for (let place = from; place < first.length; place += 1) {
    if (list[place] !== first[place]) return false
  }
  for (let place = 0; place < second.length; place += 1) {
    if (list[first.length + place] !== second[place]) return false
  }
  return true
}
