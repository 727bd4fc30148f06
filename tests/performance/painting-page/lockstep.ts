import type { LockstepJob } from '../painting-job'
import { nextFrame } from './frames'
import { endPainted } from './last-words'
import type { Mount } from './renderer'

/** So many characters a step: every prefix is drawn, and nothing saturates. */
export async function lockstep(job: LockstepJob, text: string, place: HTMLElement, mount: Mount) {
  const renderer = mount(place)
  await nextFrame()
  await nextFrame()
  await everySecondFrame(Math.ceil(text.length / job.step) - 1, (index) =>
    renderer.sync(text.slice(0, (index + 1) * job.step)),
  )
  const last = performance.now()
  renderer.sync(text)
  renderer.end(text)
  const painted = await endPainted(place)
  await nextFrame()
  return {
    frames: [],
    untilPainted: painted - last,
    differing: 0,
    compared: 0,
  }
}

/** Does the steps right in the frames: behind a promise the browser would not count them as script. */
function everySecondFrame(count: number, step: (index: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let index = 0
    const onFrame = (): void => {
      if (index === count) {
        resolve()
        return
      }
      try {
        step(index)
      } catch (error) {
        reject(error)
        return
      }
      index += 1
      requestAnimationFrame(() => requestAnimationFrame(onFrame))
    }
    onFrame()
  })
}
