import { nextFrame, watchFrames } from './frames'
import { lastWordsPainted } from './last-words'
import type { Mount } from './renderer'

/** In milliseconds; ten times what is allowed. */
const patience = 10_000

/** The whole text at once, as when a conversation is opened. */
export async function whole(text: string, place: HTMLElement, mount: Mount) {
  const renderer = mount(place)
  await nextFrame()
  await nextFrame()
  const frames = watchFrames()
  const start = performance.now()
  renderer.end(text)
  // What is not shown by then is told as if it had been.
  const painted = (await lastWordsPainted(place, patience)) ?? performance.now()
  return {
    took: painted - start,
    frames: frames(),
    untilPainted: painted - start,
    differing: 0,
    compared: 0,
  }
}
