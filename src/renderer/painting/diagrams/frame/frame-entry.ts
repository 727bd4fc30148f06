import type { DiagramReply, DiagramRequest } from '../diagram-message'
import { diagramProblem } from './diagram-problem'
import { drawDiagram } from './draw-diagram'

/** Runs in a frame that has no origin, no network and no bridge: it gets a source and gives a picture. */
const ourPage = 'rivulet://app'

function reply(message: DiagramReply): void {
  window.parent.postMessage(message, ourPage)
}

window.addEventListener('message', ({ source, origin, data }: MessageEvent<DiagramRequest>) => {
  if (source !== window.parent || origin !== ourPage) return
  const { id } = data
  drawDiagram(data.source, data.theme).then(
    (picture) => reply({ kind: 'picture', id, picture }),
    (error: unknown) => reply({ kind: 'problem', id, reason: diagramProblem(error) }),
  )
})

reply({ kind: 'ready' })
