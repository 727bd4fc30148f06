import '../../../src/renderer/design/design'
import '../../../src/renderer/conversation/conversation-view.css'
import type { PageResult, PaintingJob } from '../painting-job'
import './page.css'
import { compare } from './comparison'
import { followEnd } from './follow-end'
import { watchLongTasks } from './frames'
import { lockstep } from './lockstep'
import { realTime } from './real-time'
import type { Mount } from './renderer'
import { mountOf } from './renderers'
import { textOf } from './text-of'
import { whole } from './whole'

/** What the harness calls in the page: first to load everything, then to run what is measured. */
export interface PaintingBench {
  readonly prepare: (job: PaintingJob) => Promise<void>
  readonly run: () => Promise<PageResult>
}

declare global {
  interface Window {
    paintingBench?: PaintingBench
  }
}

let prepared: { readonly job: PaintingJob; readonly text: string; readonly mount: Mount } | null =
  null

window.paintingBench = {
  async prepare(job) {
    await document.fonts.ready
    prepared = { job, text: textOf(job.text), mount: await mountOf(job.renderer) }
  },
  async run() {
    const place = document.querySelector<HTMLElement>('article')
    if (prepared === null || place === null) throw new Error('The page was not prepared')
    const { job, text, mount } = prepared
    const longTasks = watchLongTasks()
    followEnd()
    const found = await runJob(job, text, place, mount)
    return {
      ...found,
      longTasks: await longTasks(),
      elements: place.getElementsByTagName('*').length,
    }
  },
}

function runJob(job: PaintingJob, text: string, place: HTMLElement, mount: Mount) {
  switch (job.mode) {
    case 'real-time':
      return realTime(job, text, place, mount)
    case 'lockstep':
      return lockstep(job, text, place, mount)
    case 'whole':
      return whole(text, place, mount)
    case 'comparison':
      return compare(job, text, place, mount)
  }
}
