import { useEffect, useRef, useState } from 'react'
import type { DesktopStatus } from '../../shared/ipc/contract'
import { useClient } from '../bridge/client-context'
import { IconButton } from '../design/button'
import { CopyButton } from '../design/copy-button'
import { type Figures, figureRows, figuresText } from './figures'
import { FrameGraph } from './frame-graph'
import { startMeasurement } from './measurement'
import './measure-panel.css'

interface MeasurePanelProps {
  readonly desktop: DesktopStatus
  readonly close: () => void
}

/** Often enough to see a change, seldom enough not to be one. */
const updatedEveryMs = 250

/** Measures for as long as it is there. */
export function MeasurePanel({ desktop, close }: MeasurePanelProps) {
  const { bridge } = useClient()
  const [figures, setFigures] = useState<Figures | null>(null)
  const focusedBefore = useRef<HTMLElement | null>(null)

  useEffect(() => {
    const measurement = startMeasurement(bridge.listen)
    const timer = setInterval(() => setFigures(measurement.read()), updatedEveryMs)
    return () => {
      clearInterval(timer)
      measurement.stop()
    }
  }, [bridge])

  async function copy(): Promise<boolean> {
    if (figures === null) return false
    const text = figuresText(figures, {
      version: desktop.version,
      platform: desktop.platform,
      userAgent: navigator.userAgent,
      width: innerWidth,
      height: innerHeight,
      pixelRatio: devicePixelRatio,
    })
    return (await bridge.desktop.copyText({ text })).ok
  }

  return (
    <section
      className="measure"
      aria-label="Measurements"
      aria-live="off"
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) {
          focusedBefore.current = relatedTarget
        }
      }}
    >
      <header>
        <h2>Measurements</h2>
        <CopyButton
          name="Copy measurements"
          className="icon-button icon-button-small"
          iconOnly
          copy={copy}
        />
        <IconButton
          icon="close"
          name="Close measurements"
          size="small"
          onClick={() => {
            close()
            focusedBefore.current?.focus()
          }}
        />
      </header>
      <FrameGraph figures={figures} />
      <dl>
        {figures !== null &&
          figureRows(figures).map(({ label, values }) => (
            <div key={label}>
              <dt>{label}</dt>
              {values.map(({ name, value }) => (
                <dd key={name} data-name={name}>
                  {value}
                </dd>
              ))}
            </div>
          ))}
      </dl>
    </section>
  )
}
