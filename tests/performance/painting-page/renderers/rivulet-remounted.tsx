import { Markdown } from '../../../../src/renderer/painting/markdown/markdown'
import { mountReact, type Shown } from '../react-renderer'
import type { MountedRenderer } from '../renderer'

/** The planted defect: each text is parsed from its start, and every block is a new one. */
function View({ text, growing }: Shown) {
  return <Markdown key={text.length} text={text} growing={growing} />
}

export function mount(place: HTMLElement): MountedRenderer {
  return mountReact(place, View)
}
