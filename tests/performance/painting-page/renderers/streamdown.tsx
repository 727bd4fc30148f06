import './peer.css'
import 'streamdown/styles.css'
import { code } from '@streamdown/code'
import { Streamdown } from 'streamdown'
import { mountReact, type Shown } from '../react-renderer'
import type { MountedRenderer } from '../renderer'

const plugins = { code }

function View({ text, growing }: Shown) {
  return (
    <div className="markdown">
      <Streamdown isAnimating={growing} plugins={plugins}>
        {text}
      </Streamdown>
    </div>
  )
}

export function mount(place: HTMLElement): MountedRenderer {
  return mountReact(place, View)
}
