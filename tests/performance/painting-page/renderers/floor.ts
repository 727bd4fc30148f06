import './floor.css'
import type { MountedRenderer } from '../renderer'

/** The least that can be done: each line an element with one text node, which grows. */
export function mount(place: HTMLElement): MountedRenderer {
  const lines = document.createElement('div')
  lines.className = 'floor'
  place.append(lines)
  let length = 0
  let line: Text | null = null

  function update(text: string): void {
    const parts = text.slice(length).split('\n')
    length = text.length
    for (const [index, part] of parts.entries()) {
      if (line === null || index > 0) {
        line = document.createTextNode('')
        const element = document.createElement('div')
        element.append(line)
        lines.append(element)
      }
      if (part !== '') line.appendData(part)
    }
  }
  return { update, sync: update, end: update }
}
