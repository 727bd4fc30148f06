import { type DiagramReply, type DiagramRequest, readReply } from './diagram-message'
import './diagram-frame.css'

/** Where the code of others draws: a page without an origin, in a process of its own. */
export interface DiagramFrame {
  /** To be called only after the frame has said that it is ready. */
  readonly post: (request: DiagramRequest) => void
  /** Takes the frame away, whatever it is doing. */
  readonly close: () => void
}

const page = 'rivulet://diagrams/diagram.html'

/** Opens a frame, hidden from everybody. */
export function openDiagramFrame(hear: (reply: DiagramReply) => void): DiagramFrame {
  const frame = document.createElement('iframe')
  frame.className = 'diagram-frame'
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('aria-hidden', 'true')
  frame.title = 'Draws diagrams'
  frame.tabIndex = -1
  frame.src = page
  const listen = ({ source, data }: MessageEvent<unknown>): void => {
    if (source === null || source !== frame.contentWindow) return
    const reply = readReply(data)
    if (reply !== null) hear(reply)
  }
  window.addEventListener('message', listen)
  document.body.append(frame)
  return {
    // No other target is possible: the frame has no origin.
    post: (request) => frame.contentWindow?.postMessage(request, '*'),
    close() {
      window.removeEventListener('message', listen)
      frame.remove()
    },
  }
}
