import { type ReactNode, useContext, useState } from 'react'
import { CopyButton } from '../../design/copy-button'
import { CopyTextContext } from '../code/copy-text-context'
import { alternativeText } from './alternative-text'
import type { DiagramPicture } from './diagram-message'
import { pictureAddress } from './picture-address'
import { useDiagram } from './use-diagram'
import { useDiagramTheme } from './use-diagram-theme'
import '../block-tool.css'
import './diagram.css'

interface DiagramProps {
  /** A whole diagram in Mermaid's language. */
  readonly source: string
  /** The source as it is drawn where there is no picture. */
  readonly fallback: ReactNode
}

const broken = 'The picture of this diagram cannot be shown.'

/** A diagram as a picture; as its source until there is one, when there is none, or when that is wanted. */
export function Diagram({ source, fallback }: DiagramProps) {
  const copy = useContext(CopyTextContext)
  const result = useDiagram(source, useDiagramTheme())
  const [isSourceWanted, setIsSourceWanted] = useState(false)
  const [brokenSvg, setBrokenSvg] = useState<string | null>(null)

  if (result === null) return fallback
  if (result.kind === 'problem') return <Undrawn fallback={fallback} reason={result.reason} />
  const { picture } = result
  if (picture.svg === brokenSvg) return <Undrawn fallback={fallback} reason={broken} />
  return (
    <figure className="diagram" aria-label="Diagram">
      {isSourceWanted ? (
        fallback
      ) : (
        <Picture source={source} picture={picture} failed={() => setBrokenSvg(picture.svg)} />
      )}
      <div className="diagram-foot">
        <button
          type="button"
          className="block-tool"
          onClick={() => setIsSourceWanted(!isSourceWanted)}
        >
          {isSourceWanted ? 'Show diagram' : 'Show source'}
        </button>
        {!isSourceWanted && (
          <CopyButton name="Copy code" className="block-tool" copy={() => copy(source)} />
        )}
      </div>
    </figure>
  )
}

interface UndrawnProps {
  readonly fallback: ReactNode
  readonly reason: string
}

function Undrawn({ fallback, reason }: UndrawnProps) {
  return (
    <figure className="diagram" aria-label="Diagram">
      {fallback}
      <figcaption className="diagram-foot diagram-reason">{reason}</figcaption>
    </figure>
  )
}

interface PictureProps {
  readonly source: string
  readonly picture: DiagramPicture
  readonly failed: () => void
}

/** Smaller than that and its words cannot be read. */
const smallestScale = 0.7

function Picture({ source, picture: { svg, width, height, title }, failed }: PictureProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide diagram scrolls, also by keyboard.
    <div className="diagram-picture" tabIndex={0}>
      <img
        src={pictureAddress(svg)}
        alt={alternativeText(source, title)}
        width={Math.ceil(width)}
        height={Math.ceil(height)}
        style={{ minWidth: Math.ceil(width * smallestScale) }}
        decoding="sync"
        draggable={false}
        onError={failed}
      />
    </div>
  )
}
