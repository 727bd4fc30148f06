import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Labels } from '../../../../src/renderer/painting/markdown/parser/labels'

interface Item {
  readonly label: string
  readonly place: number
}

const isSameItem = (left: Item, right: Item) =>
  left.label === right.label && left.place === right.place

const listOf = (labels: readonly string[], from = Labels.none<Item>()) =>
  labels.reduce((list, label) => list.with({ label, place: list.length }), from)

describe('labels', () => {
  test('mean the first that has them', () => {
    const list = listOf(['a', 'b', 'a'])
    expect(list.first('a')?.place).toBe(0)
    expect(list.first('c')).toBeUndefined()
    expect(list.length).toBe(3)
  })

  test('of a list stay, however lists go on from it', () => {
    const label = fc.constantFrom('a', 'b', 'c', 'd')
    const step = fc.tuple(fc.nat(), fc.boolean(), fc.array(label, { maxLength: 4 }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const lists = [
          { list: Labels.none<Item>(), labels: [] as readonly string[], isAside: false },
        ]
        for (const [which, aside, more] of steps) {
          const from = lists[which % lists.length] ?? lists[0]
          if (from === undefined || (aside && from.isAside)) continue
          lists.push({
            list: listOf(more, aside ? from.list.aside() : from.list),
            labels: [...from.labels, ...more],
            isAside: aside || from.isAside,
          })
        }
        for (const { list, labels } of lists) {
          expect(list.length).toBe(labels.length)
          for (const label of 'abcd') {
            expect(list.first(label)?.place ?? -1).toBe(labels.indexOf(label))
          }
          for (const other of lists) {
            expect(list.isSame(other.list, isSameItem)).toBe(`${labels}` === `${other.labels}`)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('that two lists share are not compared', () => {
    const long = listOf(Array.from({ length: 1000 }, (_, index) => `${index}`))
    let compared = 0
    const count = (left: Item, right: Item) => {
      compared += 1
      return isSameItem(left, right)
    }
    expect(long.aside().isSame(long.aside(), count)).toBe(true)
    expect(listOf(['x'], long.aside()).isSame(listOf(['x'], long), count)).toBe(true)
    expect(compared).toBe(1)
  })
})
