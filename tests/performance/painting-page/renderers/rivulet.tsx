import { Markdown } from '../../../../src/renderer/painting/markdown/markdown'
import { createTextPainter } from '../../../../src/renderer/painting/text-painter'
import { thisWindow } from '../../../../src/renderer/painting/this-window'
import { mountReact } from '../react-renderer'
import type { MountedRenderer } from '../renderer'

/** As main's batcher: at most one push a frame. */
const pushEvery = 16

/** The app's own component, with the painter that `usePaintedText` gives its text to. */
export function mount(place: HTMLElement): MountedRenderer {
  const renderer = mountReact(place, Markdown)
  let show = renderer.update
  const painter = createTextPainter('', thisWindow, (text) => show(text))
  let timer: ReturnType<typeof setTimeout> | null = null
  let text = ''
  return {
    ...renderer,
    intake: {
      take(soFar) {
        text = soFar
        timer ??= setTimeout(() => {
          timer = null
          painter.take(text, true)
        }, pushEvery)
      },
      end(all) {
        if (timer !== null) clearTimeout(timer)
        show = renderer.end
        painter.take(all, false)
        painter.stop()
      },
    },
  }
}
