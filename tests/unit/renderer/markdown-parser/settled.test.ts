import { describe, expect, test } from 'vitest'
import { type Context, contextOf } from '../../../../src/renderer/painting/markdown/parser/context'
import {
  nodesOfParts,
  Settled,
  summaryOfParts,
} from '../../../../src/renderer/painting/markdown/parser/settled'
import { emptyState } from '../../../../src/renderer/painting/markdown/parser/state'
import {
  emptySummary,
  type Shown,
  type Summary,
} from '../../../../src/renderer/painting/markdown/parser/summary'

const anyContext = (): Context => contextOf(emptyState(), true, undefined, {})
const anyShown = (): Shown => ({ used: new Set(), footnotes: new Map() })

interface Part {
  readonly name: string
  readonly summary: Summary
}

const part = (name: string): Part => ({ name, summary: emptySummary })
const asking = (name: string): Part => ({
  name,
  summary: { ...emptySummary, asks: true, used: new Set([name]) },
})
const defining = (name: string): Part => ({
  name,
  summary: { ...emptySummary, defines: true },
})

/** A container that tells how often a part of it was looked at. */
function container() {
  const settled = new Settled<string>()
  const context = anyContext()
  const shown = anyShown()
  let before: readonly string[] = []
  const seen = { read: 0, made: 0 }
  return {
    seen,
    context,
    shown,
    look(all: readonly Part[], settledCount: number, now = context, nowShown = shown) {
      const parts = { all, settledCount, settled }
      const { used } = summaryOfParts(parts, now, ({ summary }) => {
        seen.read += 1
        return summary
      })
      const rules = { context: now, shown: nowShown, tight: false }
      const nodes = nodesOfParts(parts, rules, before, ({ name }) => {
        seen.made += 1
        return name
      })
      const isSame = nodes === before
      before = nodes
      return { used: [...used], nodes, isSame }
    },
  }
}

describe('parts that stay', () => {
  test('are looked at once, however many come after them', () => {
    const { look, seen } = container()
    const all: Part[] = []
    for (let count = 1; count <= 1000; count += 1) {
      all.push(count % 2 === 0 ? part(`${count}`) : asking(`${count}`))
      const open = part('open')
      const { nodes, used } = look([...all, open], all.length)
      expect(nodes).toHaveLength(count + 1)
      expect(used).toHaveLength(Math.ceil(count / 2))
    }
    expect(seen).toEqual({ read: 2000, made: 2000 })
  })

  test('are the same list as long as nothing is added', () => {
    const { look } = container()
    const all = [part('a'), asking('b')]
    expect(look(all, 1).isSame).toBe(false)
    expect(look(all, 1).isSame).toBe(true)
    expect(look(all, 2).isSame).toBe(true)
    expect(look([...all, part('c')], 2).nodes).toEqual(['a', 'b', 'c'])
  })

  test('are looked at again where others have taken their places', () => {
    const { look } = container()
    const [a, b, c, d] = [asking('a'), asking('b'), asking('c'), asking('d')]
    look([a, b, c], 3)
    expect(look([a, d], 2)).toMatchObject({ used: ['a', 'd'], nodes: ['a', 'd'] })
    expect(look([a, b, d], 3)).toMatchObject({ used: ['a', 'b', 'd'], nodes: ['a', 'b', 'd'] })
    expect(look([], 0)).toMatchObject({ used: [], nodes: [] })
  })

  test('are looked at again when labels mean something else, if they ask', () => {
    const other = anyContext()
    const quiet = container()
    const parts = [part('a'), defining('b')]
    quiet.look(parts, 2)
    quiet.look(parts, 2, other)
    expect(quiet.seen).toEqual({ read: 2, made: 2 })
    const curious = container()
    const questions = [part('a'), asking('b')]
    curious.look(questions, 2)
    curious.look(questions, 2, other)
    expect(curious.seen).toEqual({ read: 4, made: 4 })
  })

  test('are looked at again when other definitions are shown, if they define', () => {
    const other = anyShown()
    const quiet = container()
    const questions = [part('a'), asking('b')]
    quiet.look(questions, 2)
    quiet.look(questions, 2, quiet.context, other)
    expect(quiet.seen).toEqual({ read: 2, made: 2 })
    const telling = container()
    const parts = [part('a'), defining('b')]
    telling.look(parts, 2)
    telling.look(parts, 2, telling.context, other)
    expect(telling.seen).toEqual({ read: 2, made: 4 })
  })
})
