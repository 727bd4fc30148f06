import './peer.css'
import ReactMarkdown from 'react-markdown'
import rehypeHighlight from 'rehype-highlight'
import remarkGfm from 'remark-gfm'
import { mountReact, type Shown } from '../react-renderer'
import type { MountedRenderer } from '../renderer'

const remarkPlugins = [remarkGfm]
const rehypePlugins = [rehypeHighlight]

function View({ text }: Shown) {
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={remarkPlugins} rehypePlugins={rehypePlugins}>
        {text}
      </ReactMarkdown>
    </div>
  )
}

export function mount(place: HTMLElement): MountedRenderer {
  return mountReact(place, View)
}
