import { chunksOf } from '../answers'
import type { RealTimeJob } from '../painting-job'
import { startFeed } from './chunk-feed'
import { nextFrame, watchFrames } from './frames'
import { endPainted } from './last-words'
import type { Intake, Mount, MountedRenderer } from './renderer'

/** Chunks at their due times, one drawing a frame. */
export async function realTime(job: RealTimeJob, text: string, place: HTMLElement, mount: Mount) {
  const renderer = mount(place)
  const intake = renderer.intake ?? onceAFrame(renderer)
  await nextFrame()
  await nextFrame()

  const chunks = chunksOf(text, job.averageChunk)
  const frames = watchFrames()
  let soFar = ''
  let stop = () => {}
  const lastCame = await new Promise<number>((resolve) => {
    stop = startFeed({ chunks, chunksPerSecond: job.chunksPerSecond }, (chunk) => {
      soFar += chunk.text
      if (!chunk.isLast) {
        intake.take(soFar)
        return
      }
      intake.end(soFar)
      resolve(chunk.at - performance.timeOrigin)
    })
  })
  const painted = await endPainted(place)
  stop()
  return {
    frames: frames(),
    untilPainted: painted - lastCame,
    differing: 0,
    compared: 0,
  }
}

/** Once a frame, what has come until then. */
function onceAFrame({ update, end }: MountedRenderer): Intake {
  let isScheduled = false
  let text = ''
  let isWhole = false
  const schedule = (): void => {
    if (isScheduled) return
    isScheduled = true
    requestAnimationFrame(() => {
      isScheduled = false
      if (isWhole) end(text)
      else update(text)
    })
  }
  return {
    take(soFar) {
      text = soFar
      schedule()
    },
    end(all) {
      text = all
      isWhole = true
      schedule()
    },
  }
}
