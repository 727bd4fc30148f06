import type { Inline } from '../../node'
import { widthOf } from './delimiter-stack'
import type { Bracket, Item, Pair } from './item'
import { limits } from './limits'
import { plainText } from './plain-text'

interface Frame {
  readonly of: Pair | Bracket | null
  readonly children: Inline[]
}

/** Makes a tree of items. What is nested too deeply becomes the text it was written as. */
export function buildRun(items: readonly Item[]): readonly Inline[] {
  const root: Frame = { of: null, children: [] }
  const frames: Frame[] = [root]
  const written = new Set<Pair | Bracket>()
  let linksOpen = 0
  let top = root

  const add = (inline: Inline) => top.children.push(inline)
  const text = (value: string) => addText(top.children, value)
  const open = (of: Pair | Bracket, source: string) => {
    if (frames.length > limits.depth) {
      written.add(of)
      text(source)
      return
    }
    if ('isImage' in of && !of.isImage) linksOpen += 1
    top = { of, children: [] }
    frames.push(top)
  }
  const close = (of: Pair | Bracket, source: string) => {
    if (written.has(of)) {
      text(source)
      return
    }
    const { children } = top
    frames.pop()
    top = frames.at(-1) ?? root
    if (!('isImage' in of)) {
      if (children.length > 0) add({ kind: of.kind, children })
      return
    }
    if (!of.isImage) linksOpen -= 1
    const address = of.link?.address ?? null
    if (address === null && children.length === 0) return
    const title = of.link?.title ?? null
    if (of.isImage) add({ kind: 'image', address, title, alt: plainText(children) })
    else add({ kind: 'link', address, title, children })
  }

  for (const item of items) {
    switch (item.kind) {
      case 'text':
        text(item.text)
        break
      case 'leaf':
        // A link in a link cannot be followed.
        if (linksOpen > 0 && item.inline.kind === 'link') text(item.plain)
        else add(item.inline)
        break
      case 'delimiter': {
        for (const pair of item.closes) close(pair, item.character.repeat(widthOf(pair)))
        if (item.count > 0) text(item.character.repeat(item.count))
        for (let index = item.opens.length - 1; index >= 0; index -= 1) {
          const pair = item.opens[index]
          if (pair !== undefined) open(pair, item.character.repeat(widthOf(pair)))
        }
        break
      }
      case 'bracket': {
        const source = item.isImage ? '![' : '['
        if (item.link === null) text(source)
        else open(item, source)
        break
      }
      case 'bracket-end':
        close(item.bracket, item.source)
        break
      case 'pair-end':
        close(item.pair, item.source)
    }
  }
  return root.children
}

function addText(children: Inline[], value: string): void {
  if (value === '') return
  const last = children.at(-1)
  if (last?.kind === 'text')
    children[children.length - 1] = { kind: 'text', text: last.text + value }
  else children.push({ kind: 'text', text: value })
}
