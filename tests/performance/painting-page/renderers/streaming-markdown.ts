import './peer.css'
import { default_renderer, parser, parser_end, parser_write } from 'streaming-markdown'
import type { MountedRenderer } from '../renderer'

export function mount(place: HTMLElement): MountedRenderer {
  const box = document.createElement('div')
  box.className = 'markdown'
  place.append(box)
  const writing = parser(default_renderer(box))
  let length = 0
  function update(text: string): void {
    parser_write(writing, text.slice(length))
    length = text.length
  }
  return {
    update,
    sync: update,
    end(text) {
      update(text)
      parser_end(writing)
    },
  }
}
