import { memo, type ReactNode } from 'react'
import { isSameList } from '../../same-list'

interface GroupedProps<Item> {
  readonly items: readonly Item[]
  /** Draws an item with its key. Keeps its identity, or everything is drawn again. */
  readonly draw: (item: Item, growing: boolean) => ReactNode
  /** Whether the last item grows. */
  readonly growing: boolean
  readonly groupSize?: number
  /** Puts a group into an element of its own, and is told whether it is the last. */
  readonly wrap?: (group: ReactNode, key: number, isLast: boolean) => ReactNode
}

/**
 * Draws items in groups. While the list grows, a group whose items are the same objects as before
 * costs a comparison, however many there are.
 */
export function Grouped<Item>({
  items,
  draw,
  growing,
  groupSize = 32,
  wrap = unwrapped,
}: GroupedProps<Item>) {
  const groups: ReactNode[] = []
  for (let from = 0; from < items.length; from += groupSize) {
    const isLast = from + groupSize >= items.length
    const group = (
      <Group
        key={from}
        items={items.slice(from, from + groupSize)}
        draw={draw as Draw}
        growing={growing && isLast}
      />
    )
    groups.push(wrap(group, from, isLast))
  }
  return groups
}

const unwrapped = (group: ReactNode): ReactNode => group

type Draw = (item: unknown, growing: boolean) => ReactNode

interface GroupProps {
  readonly items: readonly unknown[]
  readonly draw: Draw
  /** Whether its last item grows. */
  readonly growing: boolean
}

const Group = memo(function Group({ items, draw, growing }: GroupProps) {
  return items.map((item, index) => draw(item, growing && index === items.length - 1))
}, isSameGroup)

function isSameGroup(before: GroupProps, after: GroupProps): boolean {
  return (
    before.draw === after.draw &&
    before.growing === after.growing &&
    isSameList(before.items, after.items)
  )
}
