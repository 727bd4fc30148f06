import { useRef } from 'react'
import { Markdown } from '../../../../src/renderer/painting/markdown/markdown'
import { mountReact, type Shown } from '../react-renderer'
import type { MountedRenderer } from '../renderer'

/** The planted defect: what comes is drawn by itself, and what was drawn is never read again. */
function View({ text }: Shown) {
  const lengths = useRef<number[]>([])
  if (lengths.current.at(-1) !== text.length) lengths.current.push(text.length)
  return lengths.current.map((end, index) => (
    <Markdown key={end} text={text.slice(lengths.current[index - 1], end)} />
  ))
}

export function mount(place: HTMLElement): MountedRenderer {
  return mountReact(place, View)
}
