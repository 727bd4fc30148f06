import type { Backlog } from './backlog'
import type { FrameFigures, FrameInterval } from './frame-times'

/** What a window is doing. Times in milliseconds. */
export interface Figures {
  /** Of the last five seconds; null before there are any. */
  readonly frames: FrameFigures | null
  readonly intervals: readonly FrameInterval[]
  /** Of the last ten seconds. */
  readonly longTasks: { readonly count: number; readonly longest: number }
  readonly backlog: Backlog
  /** The oldest that text got before it was shown, in the last ten seconds. */
  readonly oldestBacklog: number
  /** A second, over the last two. */
  readonly pushes: { readonly count: number; readonly textBytes: number }
  readonly elements: number
}

/** One line of the overlay. The names are for tests. */
export interface FigureRow {
  readonly label: string
  readonly values: readonly { readonly name: string; readonly value: string }[]
}

/** The figures as they are read. */
export function figureRows(figures: Figures): readonly FigureRow[] {
  const { frames, longTasks, backlog, oldestBacklog, pushes, elements } = figures
  return [
    row('Frame p50, p95', {
      'frame-median': milliseconds(frames?.median),
      'frame-p95': milliseconds(frames?.p95),
    }),
    row('Longest, dropped', {
      'frame-longest': milliseconds(frames?.longest),
      'frames-dropped': percent(frames?.dropped),
    }),
    row('Long tasks, longest', {
      'long-tasks': String(longTasks.count),
      'long-task-longest': milliseconds(longTasks.longest),
    }),
    row('Not shown yet', {
      backlog: `${backlog.characters} characters`,
      'backlog-age': milliseconds(backlog.age),
    }),
    row('Shown late by at most', { 'backlog-oldest': milliseconds(oldestBacklog) }),
    row('Pushes, text', {
      pushes: `${oneDecimal(pushes.count)} /s`,
      text: `${oneDecimal(pushes.textBytes / 1000)} KB/s`,
    }),
    row('Elements', { elements: String(elements) }),
  ]
}

function row(label: string, values: Readonly<Record<string, string>>): FigureRow {
  return { label, values: Object.entries(values).map(([name, value]) => ({ name, value })) }
}

/** What the figures were measured on. */
export interface Surface {
  readonly version: string
  readonly platform: string
  readonly userAgent: string
  readonly width: number
  readonly height: number
  readonly pixelRatio: number
}

/** The figures as text for a report. */
export function figuresText(figures: Figures, surface: Surface): string {
  const { version, platform, userAgent, width, height, pixelRatio } = surface
  const runtime = userAgent.match(/\b(?:Electron|Chrome)\/[\d.]+/g)?.join(' ') ?? userAgent
  const refresh = figures.frames === null ? '?' : Math.round(figures.frames.refreshRate)
  return [
    `Rivulet ${version} (${platform}), ${runtime}`,
    `Window ${width} × ${height} at ${Math.round(100 * pixelRatio) / 100}, screen about ${refresh} Hz`,
    ...figureRows(figures).map(
      ({ label, values }) => `${label}: ${values.map(({ value }) => value).join(', ')}`,
    ),
  ].join('\n')
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? '–' : `${oneDecimal(value)} ms`
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${oneDecimal(100 * value)} %`
}

function oneDecimal(value: number): string {
  return String(Math.round(10 * value) / 10)
}
