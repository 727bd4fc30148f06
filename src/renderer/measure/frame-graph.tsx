import type { Figures } from './figures'
import { frameSpan } from './measurement'
import { sparkline } from './sparkline'

const size = { width: 222, height: 28 }
const ceiling = 50
const line = size.height * (1 - 1000 / 60 / ceiling)

/** The frames of the last seconds: a flat line at the height of 60 a second is good. */
export function FrameGraph({ figures }: { readonly figures: Figures | null }) {
  const intervals = figures?.intervals ?? []
  const to = intervals.at(-1)?.at ?? 0
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
      <path className="measure-line" d={`M0 ${line}H${size.width}`} />
      <path d={sparkline(intervals, { from: to - frameSpan, to, ceiling }, size)} />
    </svg>
  )
}
