import { DocumentView } from '../../../../src/renderer/painting/markdown/drawing/document-view'
import { parseMarkdown } from '../../../../src/renderer/painting/markdown/parser/parse-markdown'
import { mountReact, type Shown } from '../react-renderer'
import type { MountedRenderer } from '../renderer'

/** The planted defect: each text is parsed from its start, whole, and every block is a new one. */
function View({ text, growing }: Shown) {
  const { blocks, footnotes } = parseMarkdown(text, { growing }).document
  return <DocumentView key={text.length} blocks={blocks} footnotes={footnotes} growing={growing} />
}

export function mount(place: HTMLElement): MountedRenderer {
  return mountReact(place, View)
}
